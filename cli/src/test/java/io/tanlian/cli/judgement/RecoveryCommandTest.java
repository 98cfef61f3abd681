package io.tanlian.cli.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryCommandTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  private static String metallurgical(String nickel) {
    return """
    {
      "plant": "urn:example:plant:1",
      "period": {"first": "2026-01-01", "last": "2026-12-31"},
      "stage": "metallurgical",
      "custody": "massBalance",
      "feed": [{
        "lot": "BM-1", "product": "urn:example:black-mass", "mass": "1000",
        "contents": [
          {"material": "Li", "mass": "40", "origin": "postConsumer"},
          {"material": "Ni", "mass": "200", "origin": "postConsumer"}
        ]
      }],
      "recovered": [{
        "lot": "S-1", "product": "urn:example:salts", "mass": "900", "replacesPrimary": true,
        "contents": [
          {"material": "Li", "mass": "36.48", "origin": "postConsumer"},
          {"material": "Ni", "mass": "%s", "origin": "postConsumer"}
        ]
      }]
    }
    """
        .formatted(nickel);
  }

  @Test
  void a_recovery_beyond_china_s_thresholds_meets_them() {
    shell.write("good.json", metallurgical("197.2"));
    Shell.Result result = Shell.run("recovery", shell.path("good.json"), "--pack", "cn-2025-21");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("urn:example:plant:1, 2026, stage metallurgical, custody massBalance")
        .contains("cn-2025-21, version 1")
        .containsPattern("metallurgical +Li +at least 90 % +met: 91.20 %")
        .containsPattern("metallurgical +Ni +at least 98 % +met: 98.60 %")
        .contains("not judged: Co, Mn: none of it went into the metallurgical stage");
  }

  @Test
  void one_below_is_told_by_how_much() {
    shell.write("bad.json", metallurgical("194.8"));
    Shell.Result result = Shell.run("recovery", shell.path("bad.json"), "--pack", "cn-2025-21");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("missed: 97.40 %, 1.2 kg short");
  }

  @Test
  void a_plant_that_misses_cannot_hide_behind_another() {
    shell.write("bad.json", metallurgical("194.8"));
    shell.write("other.json", metallurgical("200").replace("plant:1", "plant:2"));
    Shell.Result result = Shell.run("recovery", shell.path("bad.json"), shell.path("other.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("more than one metallurgical plant", "urn:example:plant:1, urn:example:plant:2");
  }

  @Test
  void programs_get_pack_version_boundary_and_masses() {
    shell.write("bad.json", metallurgical("194.8"));
    Shell.Result result =
        Shell.run("recovery", shell.path("bad.json"), "--pack", "cn-2025-21", "--json");
    assertThat(result.out())
        .contains("\"outcome\"", "\"missed\"", "\"shortfall\"", "\"194.8\"", "\"version\"");
  }

  @Test
  void a_pack_of_one_s_own_needs_no_code() {
    shell.write("good.json", metallurgical("197.2"));
    shell.write(
        "ours.json",
        """
        {"id": "our-customer", "version": "2026.1", "title": "Our customer", "titleZh": "客户要求",
         "applies": "2026", "sources": [{"title": "Contract 7", "published": "2026"}],
         "criteria": [{"indicator": "recoveryRate", "boundary": "metallurgical",
                       "material": "Li", "atLeast": "0.95"}]}
        """);
    Shell.Result result =
        Shell.run("recovery", shell.path("good.json"), "--pack", shell.path("ours.json"));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("our-customer, version 2026.1").contains("missed: 91.20 %");
  }

  @Test
  void an_unknown_pack_and_a_file_that_is_no_recovery_are_named() {
    shell.write("good.json", metallurgical("197.2"));
    Shell.Result unknown = Shell.run("recovery", shell.path("good.json"), "--pack", "mars-2030");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("mars-2030", "eu-2023-1542-2031");
    shell.write("grant.json", "{\"stage\": \"smelting\"}");
    Shell.Result none = Shell.run("recovery", shell.path("grant.json"));
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("grant.json holds no RecoveryDeclaration");
  }
}
