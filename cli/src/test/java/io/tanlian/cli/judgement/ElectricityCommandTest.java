package io.tanlian.cli.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Readings;
import io.tanlian.cli.world.Shell;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.statement.Claim;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectricityCommandTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  /** Of ten gigawatt hours. */
  private static String smelter(String renewable) {
    return """
    {
      "plant": "urn:example:smelter", "step": "aluminium",
      "period": {"first": "2025-01-01", "last": "2025-12-31"}, "consumed": "10000000",
      "cancellations": [{
        "certificate": "urn:uuid:0192f1c4-8d3e-7000-8000-000000000021", "amount": "%s"
      }]
    }
    """
        .formatted(renewable);
  }

  @Test
  void what_is_cancelled_is_judged_over_what_was_consumed() {
    shell.write("claim.json", smelter("3120000"));
    Shell.Result result = Shell.run("electricity", shell.path("claim.json"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("urn:example:smelter, 2025, step aluminium", "3120000 kWh renewable of 10000000")
        .contains("cn-2025-21-energy, version 1")
        .containsPattern("step +aluminium +at least 30 % +met: 31.20 %");
  }

  @Test
  void one_below_is_told_by_how_many_kilowatt_hours() {
    shell.write("claim.json", smelter("2990000"));
    Shell.Result result = Shell.run("electricity", shell.path("claim.json"));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("missed: 29.90 %, 10000 kWh short");
  }

  @ParameterizedTest
  @CsvSource({
    "EnergyCertificate, energy-certificate.json",
    "EnergyCertificateTransfer, energy-certificate-transfer.json",
    "RenewableElectricityClaim, renewable-electricity.json",
    "EnergyCorrection, energy-correction.json"
  })
  void the_guide_s_examples_keep_their_schemas(String type, String file) {
    assertThat(Claim.parse(type, Readings.example(file))).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void the_guide_s_claim_meets_the_target() {
    shell.write("claim.json", Readings.exampleText("renewable-electricity.json"));
    assertThat(Shell.run("electricity", shell.path("claim.json")).out()).contains("met: 32.40 %");
  }

  @Test
  void programs_get_each_claim_with_its_share_and_packs() {
    shell.write("claim.json", smelter("3120000"));
    assertThat(Shell.run("electricity", shell.path("claim.json"), "--json").out())
        .contains("\"notMissed\"", "\"share\"", "\"0.312000\"", "\"packs\"", "\"met\"");
  }

  @Test
  void a_file_that_is_no_claim_is_named() {
    shell.write("recovery.json", "{\"stage\": \"metallurgical\"}");
    Shell.Result result = Shell.run("electricity", shell.path("recovery.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("recovery.json holds no RenewableElectricityClaim");
  }
}
