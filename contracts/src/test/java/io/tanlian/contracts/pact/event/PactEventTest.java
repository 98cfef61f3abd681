package io.tanlian.contracts.pact.event;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PactEventTest {
  private static final String V3 = "org.wbcsd.pact.ProductFootprint.";
  private static final String V2 = "org.wbcsd.pathfinder.ProductFootprint";
  private static final String ID = "91715e5e-fd0b-4d1c-8fab-76290c46e6ed";

  private static final String CRITERIA = "{'productId':['urn:gtin:4712345060507']}";
  private static final String FULFILLED = "{'requestEventId':'r 1','pfs':[{'id':'a'}]}";
  private static final String REJECTED =
      "{'requestEventId':'r 1','error':{'code':'NotFound','message':'none'}}";
  private static final String PUBLISHED = "{'pfIds':['" + ID + "']}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        V3 + "RequestCreatedEvent.3|3|" + CRITERIA,
        V3 + "RequestFulfilledEvent.3|3|" + FULFILLED,
        V3 + "RequestRejectedEvent.3|3|" + REJECTED,
        V3 + "PublishedEvent.3|3|" + PUBLISHED,
        V2 + "Request.Created.v1|2|{'pf':{'productIds':['urn:gtin:4712345060507']}}",
        V2 + "Request.Fulfilled.v1|2|" + FULFILLED,
        V2 + "Request.Rejected.v1|2|" + REJECTED,
        V2 + ".Published.v1|2|" + PUBLISHED,
      })
  void an_event_of_each_type_and_version_leaves_as_it_came(
      String type, String version, String data) {
    JsonNode json = event(type, data);

    PactEvent event = accepted(PactEvent.parse(PactVersion.parse(version), json));

    assertThat((JsonNode) event.toJson()).isEqualTo(json);
  }

  @Test
  void attributes_of_cloud_events_that_pact_does_not_use_are_passed_over() {
    JsonNode json =
        json(
            "{'type':'%sPublishedEvent.3','specversion':'1.0','id':'e','source':'//a','time':"
                    .formatted(V3)
                + "'2026-01-31T00:00:00Z','datacontenttype':'application/json','data':{'pfIds':[]}}");

    assertThat(accepted(PactEvent.parse(PactVersion.V3, json)).content())
        .isEqualTo(new EventContent.Published(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "specversion", "id", "source", "time", "data"})
  void an_event_without_a_required_attribute_is_refused_by_its_name(String attribute) {
    var json = event(V3 + "PublishedEvent.3", PUBLISHED).deepCopy().asObject();
    json.remove(attribute);

    assertThat(refused(PactEvent.parse(PactVersion.V3, json)))
        .extracting(Problem::pointer)
        .isEqualTo("/" + attribute);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "RequestFulfilledEvent.3|{'requestEventId':'r','pfs':[]}|/data",
        "RequestFulfilledEvent.3|{'requestEventId':'r','pfs':[7]}|/data/pfs/0",
        "RequestFulfilledEvent.3|{'pfs':[{}]}|/data/requestEventId",
        "RequestRejectedEvent.3|{'requestEventId':'r'}|/data/error",
        "PublishedEvent.3|{'pfIds':['not a uuid']}|/data/pfIds/0",
        "PublishedEvent.3|[]|/data",
        "RequestCreatedEvent.3|7|/data",
        "SomethingElse.3|{}|/type",
      })
  void a_malformed_event_is_refused_where_it_is_wrong(String type, String data, String pointer) {
    assertThat(refused(PactEvent.parse(PactVersion.V3, event(V3 + type, data))))
        .extracting(Problem::pointer)
        .isEqualTo(pointer);
  }

  @Test
  void an_event_of_one_version_is_not_taken_at_the_path_of_the_other() {
    JsonNode old = event(V2 + ".Published.v1", PUBLISHED);

    assertThat(refused(PactEvent.parse(PactVersion.V3, old)))
        .extracting(Problem::pointer)
        .isEqualTo("/type");
  }

  @Test
  void an_id_that_is_too_long_or_blank_is_refused() {
    for (String id : new String[] {" ", "x".repeat(PactEvent.textLengthMax + 1)}) {
      var json = event(V3 + "PublishedEvent.3", PUBLISHED).asObject();
      json.put("id", id);

      assertThat(refused(PactEvent.parse(PactVersion.V3, json)).detail())
          .contains("1 to 2048 characters");
    }
  }

  private static JsonNode event(String type, String data) {
    return json(
        ("{'type':'%s','specversion':'1.0','id':'any id','source':'//host.example/events',"
                + "'time':'2026-01-31T00:00:00Z','data':%s}")
            .formatted(type, data));
  }

  private static JsonNode json(String text) {
    return accepted(StrictJson.parse(text.replace('\'', '"')));
  }
}
