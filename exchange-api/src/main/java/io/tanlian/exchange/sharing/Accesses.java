package io.tanlian.exchange.sharing;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.sharing.GrantedPart;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records who was shown which of another's disclosures, before they are shown: a read that cannot
 * be recorded is not answered. There are names in a record and no figures.
 */
@Component
public final class Accesses {

  private static final String RECORD =
      """
      INSERT INTO exchange.access (owner, reader, statement, footprint, parts, path, grants)
      SELECT owner, :reader, statement, footprint, string_to_array(parts, ','), :path,
        string_to_array(grants, ',')::uuid[]
      FROM unnest(:owners::text[], :statements::uuid[], :footprints::uuid[], :parts::text[],
        :grants::text[]) AS shown (owner, statement, footprint, parts, grants)
      """;

  private final JdbcClient jdbc;

  Accesses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records what an answer shows of others' declarations, on disk when this returns.
   *
   * @param path by which it was asked for, as the API description names it
   * @param sights what the reader may see; what is its own is not recorded
   * @param shown the parts that the answer shows of it
   */
  public void record(
      ParticipantId reader, String path, Collection<Sight> sights, Set<GrantedPart> shown) {
    List<Sight> others =
        sights.stream()
            .filter(sight -> !sight.own() && !Collections.disjoint(sight.parts(), shown))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    jdbc.sql(RECORD)
        .param("reader", reader.value())
        .param("path", path)
        .param("owners", texts(others, sight -> sight.issuer().value()))
        .param("statements", others.stream().map(Sight::statement).toArray(UUID[]::new))
        .param("footprints", others.stream().map(Sight::footprint).toArray(UUID[]::new))
        .param(
            "parts", texts(others, sight -> joined(parts(sight, shown).map(GrantedPart::wireName))))
        .param("grants", texts(others, sight -> joined(grants(sight, shown).map(UUID::toString))))
        .update();
  }

  private static Stream<GrantedPart> parts(Sight sight, Set<GrantedPart> shown) {
    return sight.parts().stream().filter(shown::contains);
  }

  private static Stream<UUID> grants(Sight sight, Set<GrantedPart> shown) {
    return parts(sight, shown)
        .flatMap(part -> sight.grants().getOrDefault(part, Set.of()).stream())
        .distinct();
  }

  private static String[] texts(List<Sight> sights, Function<Sight, String> text) {
    return sights.stream().map(text).toArray(String[]::new);
  }

  private static String joined(Stream<String> names) {
    return names.sorted().collect(Collectors.joining(","));
  }
}
