package io.tanlian.benchmarks.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadListTest {
  private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-4000-8000-000000000002");
  private static final String FIRST =
      "{\"id\":\"%s\",\"productIds\":[\"urn:x:1\"],\"pcf\":{\"id\":\"no\"}}".formatted(ONE);
  private static final String SECOND =
      "{\"productIds\":[\"urn:x:2\",\"urn:x:3\"],\"comment\":\"碳 }\",\"id\":\"%s\"}".formatted(TWO);
  private static final Body PAGE = bytes("{\"data\":[%s,%s]}".formatted(FIRST, SECOND));

  @Test
  void finds_each_footprint_of_a_page_with_its_bytes() {
    assertThat(ReadList.places(PAGE))
        .extracting(ReadList.Place::id, ReadList.Place::product, ReadListTest::text)
        .containsExactly(tuple(ONE, "urn:x:1", FIRST), tuple(TWO, "urn:x:2", SECOND));
  }

  @Test
  void takes_each_visible_footprint_once_and_nothing_else() {
    ReadList both = new ReadList(List.of(), ReadList.places(PAGE));

    assertThatCode(() -> both.requireExactly(Set.of(ONE, TWO))).doesNotThrowAnyException();
    assertThatThrownBy(() -> both.requireExactly(Set.of(ONE)))
        .hasMessage("2 footprints, 2 different ones, are listed of 1 that are visible");
    assertThatThrownBy(() -> both.requireExactly(Set.of(ONE, UUID.randomUUID())))
        .isInstanceOf(IllegalStateException.class);
    Body twice = bytes("{\"data\":[%s,%s]}".formatted(FIRST, FIRST));
    assertThatThrownBy(
            () -> new ReadList(List.of(), ReadList.places(twice)).requireExactly(Set.of(ONE)))
        .hasMessage("2 footprints, 1 different ones, are listed of 1 that are visible");
  }

  @Test
  void an_answer_must_be_the_recorded_one_to_the_byte() {
    ReadList first = new ReadList(List.of(), ReadList.places(PAGE).subList(0, 1));
    Read one = first.anyFootprint(new Random(1));
    Read found = first.anyProduct(new Random(1));

    assertThat(one.path()).isEqualTo("/3/footprints/" + ONE);
    assertThat(found.path()).isEqualTo("/3/footprints?limit=100&productId=urn:x:1");
    assertThatCode(() -> one.require(ok("{\"data\":%s}".formatted(FIRST))))
        .doesNotThrowAnyException();
    assertThatCode(() -> found.require(ok("{\"data\":[%s]}".formatted(FIRST))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> one.require(ok("{\"data\":%s}".formatted(FIRST.replace('1', '3')))))
        .hasMessageStartingWith("another answer than before");
    assertThatThrownBy(() -> found.require(ok("{\"data\":[]}")))
        .hasMessageStartingWith("another answer than before");
    assertThatThrownBy(() -> one.require(new Answer(403, "HTTP/1.1 403", bytes(""))))
        .hasMessageStartingWith("HTTP/1.1 403");
  }

  @Test
  void the_next_page_is_the_link_of_the_answer() {
    String head = "HTTP/1.1 200\nContent-Type: application/json\n";
    String link = "Link: <https://localhost:1/3/footprints?limit=1&after=7&asOf=9>; rel=\"next\"\n";

    assertThat(new Answer(200, head + link, PAGE).next())
        .contains("/3/footprints?limit=1&after=7&asOf=9");
    assertThat(new Answer(200, head, PAGE).next()).isEmpty();
  }

  private static Answer ok(String body) {
    return new Answer(200, "HTTP/1.1 200\n", bytes(body));
  }

  private static String text(ReadList.Place place) {
    return place.page().text(place.from(), place.to());
  }

  private static Body bytes(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }
}
