package io.tanlian.example.battery.chain;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.tanlian.contracts.unit.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The data file as it is written; its README says what the members mean. */
record ChainFile(
    String about,
    Map<Mark, String> marks,
    String specVersion,
    Instant created,
    Instant referencePeriodStart,
    Instant referencePeriodEnd,
    Ratings directRatings,
    List<ScenarioName> scenarios,
    AtomicMasses atomicMasses,
    List<Compound> compounds,
    List<Company> companies,
    List<Factor> factors,
    List<CoProductProcess> coProductProcesses,
    List<Step> steps) {

  /** What a scenario is called in texts. */
  record ScenarioName(Scenario key, String name) {}

  private static final String RESOURCE = "/battery/chain.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .withConfigOverride(
              List.class,
              list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .addModule(new SimpleModule().addDeserializer(Unit.class, new UnitByWireName()))
          .build();

  static ChainFile read() {
    try (InputStream data = ChainFile.class.getResourceAsStream(RESOURCE)) {
      if (data == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return MAPPER.readValue(data, ChainFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class UnitByWireName extends ValueDeserializer<Unit> {
    @Override
    public Unit deserialize(JsonParser parser, DeserializationContext context) {
      return Unit.ofWireName(parser.getString()).orElseThrow();
    }
  }
}
