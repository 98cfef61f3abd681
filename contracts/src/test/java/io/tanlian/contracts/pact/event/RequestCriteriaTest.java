package io.tanlian.contracts.pact.event;

import static io.tanlian.contracts.problem.Outcomes.accepted;
import static io.tanlian.contracts.problem.Outcomes.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.pact.PactVersion;
import io.tanlian.contracts.pact.v3.FootprintCriteria;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RequestCriteriaTest {
  @Test
  void a_fragment_of_v2_asks_for_its_ids_its_category_its_place_and_its_status() {
    assertThat(
            accepted(
                RequestCriteria.of(
                    PactVersion.V2,
                    json(
                        """
                        {"pf": {"productIds": ["urn:gtin:4712345060507"],
                                "companyIds": ["urn:lei:506700GE1G29325QX363"],
                                "productCategoryCpc": "3342",
                                "productNameCompany": "Green Ethanol",
                                "status": "Active",
                                "pcf": {"geographyCountry": "DE", "pCfExcludingBiogenic": "1"}},
                         "comment": "for the passport"}
                        """))))
        .isEqualTo(
            new FootprintCriteria(
                Set.of("urn:gtin:4712345060507"),
                Set.of("urn:lei:506700GE1G29325QX363"),
                Set.of("DE"),
                Set.of("urn:pact:productclassification:un-cpc:3342"),
                null,
                null,
                null,
                Set.of("Active")));
  }

  @Test
  void an_empty_fragment_asks_for_everything_there_is() {
    assertThat(accepted(RequestCriteria.of(PactVersion.V2, json("{\"pf\":{}}"))).isEmpty())
        .isTrue();
  }

  @Test
  void a_criterion_of_the_wrong_form_is_refused_where_it_stands() {
    assertThat(
            refused(RequestCriteria.of(PactVersion.V2, json("{\"pf\":{\"productIds\":[7]}}")))
                .pointer())
        .isEqualTo("/pf/productIds/0");
    assertThat(
            refused(RequestCriteria.of(PactVersion.V3, json("{\"geography\":\"DE\"}"))).pointer())
        .isEqualTo("/geography");
  }

  @Test
  void a_host_of_v2_is_asked_for_the_same_in_its_words() {
    ObjectNode criteria =
        json(
            """
            {"productId": ["urn:gtin:4712345060507"], "companyId": ["urn:lei:506700GE1G29325QX363"],
             "comment": "for the passport"}
            """);

    ObjectNode data = accepted(RequestCriteria.data(PactVersion.V2, criteria));

    assertThat(data.path("comment").stringValue()).isEqualTo("for the passport");
    assertThat(accepted(RequestCriteria.of(PactVersion.V2, data)))
        .isEqualTo(accepted(RequestCriteria.of(PactVersion.V3, criteria)));
    assertThat(accepted(RequestCriteria.data(PactVersion.V3, criteria))).isEqualTo(criteria);
  }

  @Test
  void what_v2_has_no_words_for_is_refused_by_its_name() {
    ObjectNode criteria = json("{\"productId\":[\"urn:x:1\"],\"geography\":[\"DE\"]}");

    assertThat(refused(RequestCriteria.data(PactVersion.V2, criteria)).pointer())
        .isEqualTo("/geography");
  }

  private static ObjectNode json(String text) {
    return accepted(StrictJson.parse(text)).asObject();
  }
}
