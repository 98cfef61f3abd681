package io.tanlian.example.battery.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.key.KeyEnrolled;
import io.tanlian.contracts.key.KeyProof;
import io.tanlian.contracts.key.SigningKey;
import io.tanlian.contracts.participant.ParticipantAdmitted;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.rulepack.RulePackPublished;
import io.tanlian.contracts.rulepack.RulePacks;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.Statement;
import io.tanlian.contracts.statement.StatementSigner;
import io.tanlian.example.battery.chain.Chain;
import io.tanlian.example.battery.chain.Company;
import io.tanlian.example.battery.chain.Product;
import io.tanlian.example.battery.figure.ChainFigures;
import io.tanlian.example.battery.key.ChainKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All that the companies of a chain state, each after what it refers to: admissions and keys by the
 * operator, then declarations and grants by their owners. The operator's own admission and key are
 * the ledger's first two entries and not among them.
 */
public final class ChainStatements {
  private final Chain chain;
  private final ChainKeys keys;
  private final String ledgerOrigin;
  private final Year year;

  /**
   * The statements for one ledger.
   *
   * @param year in which material is moved
   */
  public ChainStatements(Chain chain, ChainKeys keys, String ledgerOrigin, Year year) {
    this.chain = chain;
    this.keys = keys;
    this.ledgerOrigin = ledgerOrigin;
    this.year = year;
  }

  /** The id of the declaration of a product, the same at every run. */
  public static StatementId declarationOf(Product product) {
    return Names.declaration(product);
  }

  /** A company's admission and its key, both for the operator to sign. */
  List<Prepared> admission(Company company) {
    Company operator = chain.company("operator");
    SigningKey key = keys.of(company);
    return List.of(
        new Prepared(
            Names.admission(company),
            operator,
            "%s admits %s".formatted(operator.name(), company.name()),
            new Claim.Admitted(
                new ParticipantAdmitted(
                    company.id(), company.name(), Set.of(Role.parse(company.role()))))),
        new Prepared(
            Names.enrolment(company, key.publicKey().kid()),
            operator,
            "%s enrols the key of %s".formatted(operator.name(), company.name()),
            new Claim.Enrolled(
                new KeyEnrolled(
                    company.id(),
                    key.publicKey(),
                    KeyProof.create(key, company.id(), ledgerOrigin)))));
  }

  /** All of them. */
  public List<Prepared> inOrder() {
    List<Prepared> all = new ArrayList<>();
    newcomers().forEach(company -> all.addAll(admission(company)));
    all.addAll(rulePacks());
    all.addAll(declarations());
    all.addAll(movements(chain, year));
    all.addAll(grants());
    return List.copyOf(all);
  }

  /** Signs a statement with its issuer's key. */
  public Outcome<SignedStatement> sign(Prepared prepared, Instant issuedAt, SecureRandom random) {
    Statement statement =
        new Statement(
            prepared.id(),
            prepared.issuer().id(),
            issuedAt.truncatedTo(ChronoUnit.MICROS),
            ledgerOrigin,
            prepared.claim());
    return StatementSigner.sign(statement, keys.of(prepared.issuer()), random);
  }

  /** The companies the operator has to admit. */
  private List<Company> newcomers() {
    return chain.companies().stream()
        .filter(company -> !company.role().equals(Role.OPERATOR.wireName()))
        .toList();
  }

  /** What every product's maker declares, suppliers before their customers. */
  public List<Prepared> declarations() {
    Declarations declarations = new Declarations(chain, ChainFigures.of(chain));
    List<Prepared> prepared = new ArrayList<>();
    for (Product product : chain.products()) {
      prepared.add(
          new Prepared(
              Names.declaration(product),
              product.maker(),
              "%s declares %s"
                  .formatted(
                      product.maker().name(),
                      chain.facts(product).name()
                          + product
                              .scenario()
                              .map(scenario -> " (" + scenario.key() + ")")
                              .orElse("")),
              new Claim.Declared(declarations.of(product))));
    }
    return List.copyOf(prepared);
  }

  /** The rule packs, for the operator to put on the ledger. */
  private List<Prepared> rulePacks() {
    Company operator = chain.company("operator");
    return RulePacks.all().stream()
        .map(pack ->
            new Prepared(
                Names.rulePack(pack),
                operator,
                "%s publishes the rule pack %s".formatted(operator.name(), pack.id()),
                new Claim.Published(new RulePackPublished(pack))))
        .toList();
  }

  /** What the companies recover, what becomes of it, and the certificates they hand on. */
  public static List<Prepared> movements(Chain chain, Year year) {
    return Movements.of(chain, year);
  }

  /** What the recyclers declare, of periods that are in the file. */
  public static List<Prepared> recoveries(Chain chain) {
    return movements(chain, Year.of(2025)).stream()
        .filter(prepared -> prepared.claim() instanceof Claim.Recovered)
        .toList();
  }

  /** The claim of the packs' recycled content once more, as another statement. */
  public Prepared contentClaimUnder(StatementId another) {
    Prepared claim =
        movements(chain, year).stream()
            .filter(prepared -> prepared.id().equals(contentClaim()))
            .findFirst()
            .orElseThrow();
    return new Prepared(another, claim.issuer(), claim.title(), claim.claim());
  }

  /** The id of the claim of the packs' recycled content. */
  public static StatementId contentClaim() {
    return Names.movement("pack-content");
  }

  /** The id of the claim of the aluminium's renewable electricity. */
  public static StatementId electricityClaim() {
    return Names.movement("renewable-aluminium");
  }

  /** Who lets whom see what. */
  public List<Prepared> grants() {
    return Consent.of(chain).stream()
        .map(consent ->
            new Prepared(
                Names.grant(consent.owner(), consent.recipient()),
                consent.owner(),
                "%s grants %s sight of %s"
                    .formatted(
                        consent.owner().name(),
                        consent.recipient().name(),
                        String.join(
                            ", ",
                            consent.grant().parts().stream().map(GrantedPart::wireName).toList())),
                new Claim.Granted(consent.grant())))
        .toList();
  }
}
