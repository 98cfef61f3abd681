package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.exchange.access.RateSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RateOptionsTest {

  @Test
  void what_is_not_given_is_the_default() throws Exception {
    assertThat(rates()).isEqualTo(RateSettings.DEFAULT);
  }

  @Test
  void each_rate_is_set_by_its_option() throws Exception {
    assertThat(
            rates(
                "--requests-per-second=2000",
                "--token-requests-per-second=40",
                "--burst-seconds=5"))
        .isEqualTo(new RateSettings(2_000, 40, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "--requests-per-second=0, 'requests per second are 1 to 100000, not 0'",
    "--requests-per-second=100001, 'requests per second are 1 to 100000, not 100001'",
    "--token-requests-per-second=-1, 'token requests per second are 1 to 100000, not -1'",
    "--burst-seconds=0, 'burst seconds are 1 to 3600, not 0'",
    "--burst-seconds=86400, 'burst seconds are 1 to 3600, not 86400'",
  })
  void nonsense_is_refused_with_what_may_be_given(String option, String words) {
    assertThatThrownBy(() -> rates(option))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("--requests-per-second, --token-requests-per-second")
        .hasMessageContaining(words);
  }

  private static RateSettings rates(String... arguments) throws StartRefused {
    Serving command = new Serving();
    new CommandLine(command).parseArgs(arguments);
    return command.rates.rates();
  }

  @Command
  private static final class Serving {
    @Mixin private final RateOptions rates = new RateOptions();
  }
}
