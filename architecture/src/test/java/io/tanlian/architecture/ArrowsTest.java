package io.tanlian.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the rooms go one way (ARCHITECTURE.md, "Rooms and arrows"). */
@AnalyzeClasses(packages = "io.tanlian", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

  private static final String CONTRACTS = "io.tanlian.contracts..";
  private static final String TLOG = "io.tanlian.tlog..";
  private static final String LEDGER = "io.tanlian.ledger..";
  private static final String FOOTPRINT = "io.tanlian.footprint..";
  private static final String VERIFIER = "io.tanlian.verifier..";
  private static final String EXCHANGE = "io.tanlian.exchange..";
  private static final String CLI = "io.tanlian.cli..";
  private static final String EXAMPLE = "io.tanlian.example..";

  @ArchTest static final ArchRule contracts_know_nobody = roomKnowsOnly(CONTRACTS);

  @ArchTest static final ArchRule the_log_knows_nobody = roomKnowsOnly(TLOG);

  @ArchTest
  static final ArchRule the_calculation_knows_contracts = roomKnowsOnly(FOOTPRINT, CONTRACTS);

  @ArchTest
  static final ArchRule the_ledger_knows_bytes_and_not_carbon = roomKnowsOnly(LEDGER, TLOG);

  @ArchTest
  static final ArchRule the_verifier_knows_what_an_auditor_needs =
      roomKnowsOnly(VERIFIER, CONTRACTS, TLOG, FOOTPRINT);

  @ArchTest
  static final ArchRule the_command_line_knows_no_service =
      roomKnowsOnly(CLI, CONTRACTS, TLOG, VERIFIER);

  @ArchTest
  static final ArchRule the_service_does_not_know_the_command_line =
      roomKnowsOnly(EXCHANGE, CONTRACTS, TLOG, LEDGER, FOOTPRINT, VERIFIER);

  @ArchTest
  static final ArchRule the_pure_rooms_know_no_framework_and_no_database =
      noClasses()
          .that()
          .resideInAnyPackage(CONTRACTS, TLOG, FOOTPRINT, VERIFIER, CLI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.axonframework..",
              "java.sql..",
              "javax.sql..",
              "org.postgresql..",
              "jakarta..");

  @ArchTest
  static final ArchRule axon_stays_in_the_ledger =
      noClasses()
          .that()
          .resideOutsideOfPackage(LEDGER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.axonframework..");

  @ArchTest
  static final ArchRule packages_of_the_contracts_form_no_cycle =
      slices().matching("io.tanlian.contracts.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_log_form_no_cycle =
      slices().matching("io.tanlian.tlog.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_ledger_form_no_cycle =
      slices().matching("io.tanlian.ledger.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_calculation_form_no_cycle =
      slices().matching("io.tanlian.footprint.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_verifier_form_no_cycle =
      slices().matching("io.tanlian.verifier.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_service_form_no_cycle =
      slices().matching("io.tanlian.exchange.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_command_line_form_no_cycle =
      slices().matching("io.tanlian.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packages_of_the_example_form_no_cycle =
      slices().matching("io.tanlian.example.battery.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule our_code_uses_jackson_3 =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.fasterxml.jackson..")
                  // Jackson 3 kept the annotations where they were.
                  .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))));

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  private static ArchRule roomKnowsOnly(String room, String... known) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.tanlian..")
                .and(not(resideInAPackage(room)))
                .and(not(resideInAnyPackage(known))))
        .because("the arrows between the rooms go one way");
  }

  /** The example may know everything, and nobody knows the example. */
  @ArchTest
  static final ArchRule nobody_knows_the_example =
      noClasses()
          .that()
          .resideOutsideOfPackage(EXAMPLE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(EXAMPLE);
}
