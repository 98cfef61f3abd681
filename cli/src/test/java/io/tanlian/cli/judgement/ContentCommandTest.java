package io.tanlian.cli.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.world.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCommandTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  /** 2 % of the nickel from production waste, and some from used products. */
  private static String cell(String postConsumer) {
    return claim(
        """
        {"material": "Ni", "mass": "8", "origin": "preConsumer"},
        {"material": "Ni", "mass": "%s", "origin": "postConsumer"}
        """
            .formatted(postConsumer),
        """
        {"material": "Ni", "boundary": "activeMaterials", "mass": "400"}
        """,
        """
        {"material": "Ni", "boundary": "activeMaterials", "origin": "preConsumer", "share": "0.02"}
        """);
  }

  private static String sheet(String recycled) {
    return claim(
        """
        {"material": "steel", "mass": "%s", "origin": "preConsumer"}
        """
            .formatted(recycled),
        """
        {"material": "steel", "boundary": "product", "mass": "1000"}
        """,
        """
        {"material": "steel", "boundary": "product", "origin": "preConsumer", "share": "0.2"}
        """);
  }

  private static String claim(String contents, String denominators, String shares) {
    return """
    {
      "product": "urn:example:cell", "plant": "urn:example:plant:1", "year": "2026",
      "method": "cutOff", "custody": "massBalance",
      "allocations": [{
        "batch": {"statement": "urn:uuid:0192f1c4-8d3e-7000-8000-000000000006", "lot": "P-1"},
        "mass": "1000",
        "contents": [%s]
      }],
      "denominators": [%s],
      "shares": [%s]
    }
    """
        .formatted(contents, denominators, shares);
  }

  @Test
  void origins_are_shown_apart_and_judged_together() {
    shell.write("claim.json", cell("20"));
    Shell.Result result =
        Shell.run("content", shell.path("claim.json"), "--pack", "eu-2023-1542-2031");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("urn:example:cell, urn:example:plant:1, 2026, method cutOff, custody massBalance")
        .containsPattern("activeMaterials +Ni +preConsumer +2.00 %")
        .containsPattern("activeMaterials +Ni +postConsumer +5.00 %")
        .contains("eu-2023-1542-2031, version 1")
        .containsPattern("activeMaterials +Ni +at least 6 % +met: 7.00 %")
        .contains("not judged: Co, Pb, Li: the claim says nothing of it")
        .contains("a recovery rate is judged by recoveries, not by claims");
  }

  @Test
  void one_below_is_told_by_how_many_kilograms() {
    shell.write("claim.json", cell("15.999"));
    Shell.Result result =
        Shell.run("content", shell.path("claim.json"), "--pack", "eu-2023-1542-2031");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("missed: 5.99 %, 0.001 kg short");
  }

  @Test
  void by_default_every_pack_with_thresholds_of_content_is_asked() {
    shell.write("claim.json", cell("20"));
    Shell.Result result = Shell.run("content", shell.path("claim.json"));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("eu-2023-1542-2031", "eu-2023-1542-2036", "cn-2025-21-materials")
        .doesNotContain("eu-2023-1542-2027");
  }

  @Test
  void national_targets_say_that_they_are_no_limits_for_a_product() {
    shell.write("steel.json", sheet("219"));
    Shell.Result result =
        Shell.run("content", shell.path("steel.json"), "--pack", "cn-2025-21-materials");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("national targets", "no limits for a product", "missed: 21.90 %, 1 kg short");
  }

  @Test
  void a_pack_of_one_s_own_needs_no_code() {
    shell.write("good.json", sheet("220"));
    shell.write("bad.json", sheet("219"));
    shell.write(
        "ours.json",
        """
        {"id": "our-steel", "version": "2026.1", "title": "Our customer", "titleZh": "客户要求",
         "applies": "2026", "sources": [{"title": "Contract 7", "published": "2026"}],
         "criteria": [{"indicator": "recycledContent", "boundary": "product",
                       "material": "steel", "atLeast": "0.22"}]}
        """);
    assertThat(Shell.run("content", shell.path("good.json"), "--pack", shell.path("ours.json")))
        .satisfies(
            result -> assertThat(result.exitCode()).isZero(),
            result -> assertThat(result.out()).contains("our-steel, version 2026.1", "met: 22.00"));
    assertThat(
            Shell.run("content", shell.path("bad.json"), "--pack", shell.path("ours.json"))
                .exitCode())
        .isEqualTo(1);
  }

  @Test
  void a_claim_that_misses_does_not_hide_behind_another() {
    shell.write("good.json", sheet("300"));
    shell.write("bad.json", sheet("219"));
    Shell.Result result =
        Shell.run(
            "content",
            shell.path("good.json"),
            shell.path("bad.json"),
            "--pack",
            "cn-2025-21-materials");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("met: 30.00 %", "missed: 21.90 %");
  }

  @Test
  void programs_get_each_claim_with_its_masses_and_packs() {
    shell.write("claim.json", cell("20"));
    Shell.Result result =
        Shell.run("content", shell.path("claim.json"), "--pack", "eu-2023-1542-2036", "--json");
    assertThat(result.out())
        .contains("\"outcome\"", "\"missed\"", "\"claims\"", "\"shares\"", "\"packs\"")
        .contains("\"recycled\"", "\"total\"", "\"applies\"", "\"shortfall\"");
  }

  @Test
  void a_renewable_share_is_not_judged_and_what_is_missing_is_said() {
    shell.write("steel.json", sheet("220"));
    Shell.Result result =
        Shell.run("content", shell.path("steel.json"), "--pack", "cn-2025-21-energy");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains(
            "not judged: aluminium: a renewable share of electricity is judged by claims of it");
  }

  @Test
  void a_file_that_is_no_claim_is_named() {
    shell.write("recovery.json", "{\"stage\": \"metallurgical\"}");
    Shell.Result result = Shell.run("content", shell.path("recovery.json"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("recovery.json holds no RecycledContentClaim");
  }
}
