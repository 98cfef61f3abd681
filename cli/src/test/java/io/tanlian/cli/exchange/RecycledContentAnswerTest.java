package io.tanlian.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tanlian.cli.world.Claims;
import io.tanlian.cli.world.Readings;
import io.tanlian.contracts.json.StrictJson;
import io.tanlian.contracts.material.Boundary;
import io.tanlian.contracts.material.Origin;
import io.tanlian.contracts.material.RecyclingMethod;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecycledContentAnswerTest {
  private static final String SAMPLE = Claims.resource("/export/recycled-content.json");

  @Test
  void an_answer_is_read_as_it_was_sent() {
    RecycledContentAnswer answer = read(SAMPLE);
    assertThat(answer.index()).isEqualTo(123);
    assertThat(answer.year()).isEqualTo(2031);
    assertThat(answer.denominators()).hasSize(2);
    RecycledContentAnswer.Share nickel = answer.shares().getFirst();
    assertThat(nickel.boundary()).isEqualTo(Boundary.ACTIVE_MATERIALS);
    assertThat(nickel.origin()).isEqualTo(Origin.POST_CONSUMER);
    assertThat(nickel.recycled()).isEqualTo("12.5");
    assertThat(nickel.claimed()).isEqualTo("0.25");
    assertThat(answer.verdicts().getLast().share()).isEmpty();
    assertThat(answer.verdicts().getLast().reason())
        .contains("the claim has no share of Pb in the product");
    assertThat(answer.verdicts().getFirst().atLeast()).contains(new BigDecimal("0.06"));
    assertThat(answer.method()).isEqualTo(RecyclingMethod.CUT_OFF);
    assertThat(answer.correctedAt()).isEmpty();
    assertThat(answer.sources().getLast().mass().kilograms()).isEqualTo("12.5");
    assertThat(answer.complete()).isTrue();
    assertThat(answer.proof().getFirst().index()).isEqualTo(100);
    assertThat(answer.treeSize()).isEqualTo(200);
  }

  @Test
  void a_claim_that_was_undone_says_where() {
    assertThat(read(SAMPLE.replace("\"year\"", "\"correctedAt\": 150, \"year\"")).correctedAt())
        .hasValue(150);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"share\": \"0.2569\" | \"share\": \"0.5\" | 12.5 kg of 48.654 kg of Ni are a share of 0.5",
        "\"recycled\": \"12.5\" | \"recycled\": \"50\" | is no share",
        "\"mass\": \"48.654\" | \"mass\": \"50\" | both 50 kg and 48.654 kg of Ni",
        "\"verdict\": \"missed\" | \"verdict\": \"met\" | Li is met by eu-2023-1542-2031",
        "\"preConsumer\" | \"postConsumer\" | stands twice",
        "\"year\": 2031 | \"year\": \"2031\" | year is not a whole number",
        "\"method\": \"cutOff\" | \"method\": \"50:50\" | a recycling method is one of",
        "\"complete\": true | \"complete\": 1 | complete is neither true nor false",
        "\"boundary\": \"activeMaterials\" | \"boundary\": \"cathode\" | a boundary is one of",
      })
  void an_answer_that_contradicts_itself_cannot_be_used(
      String found, String instead, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(SAMPLE.replaceFirst(found, instead)))
        .withMessageContaining(words);
  }

  private static RecycledContentAnswer read(String json) {
    return RecycledContentAnswer.read(Readings.accepted(StrictJson.parse(json)));
  }
}
