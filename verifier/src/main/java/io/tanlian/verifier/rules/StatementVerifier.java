package io.tanlian.verifier.rules;

import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.verifier.Finding;
import io.tanlian.verifier.state.LedgerState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges a statement that has been read: at admission before it is appended, in the audit as it
 * stands on the ledger. Same statement, same state, same findings.
 */
public final class StatementVerifier {
  /** Each rule needs the ones before it; the first that fails ends the judgement. */
  private static final List<Rule> AUTHENTICITY =
      List.of(
          new AudienceRule(),
          new IssuerRule(),
          new SigningKeyRule(),
          new SignatureRule(),
          new GenesisRule());

  /** Independent of each other. */
  private static final List<Rule> CONTENT =
      List.of(
          new UniqueStatementRule(),
          new OpenRule(),
          new IssueTimeRule(),
          new RoleRule(),
          new AdmissionRule(),
          new KeyProofRule(),
          new UniqueKeyRule(),
          new EndedKeyRule(),
          new UniqueFootprintRule(),
          new CompanyRule(),
          new PrecedingFootprintsRule(),
          new UpstreamRule(),
          new RecycledInputRule(),
          new RecyclingMethodsRule(),
          new WithdrawalRule(),
          new GrantRule(),
          new PartsRule(),
          new InputsRule(),
          new ExemptionRule(),
          new ValidityRule(),
          new LotNameRule(),
          new RecoveryBalanceRule(),
          new CompositionRule(),
          new AllocationRule(),
          new CustodyRule(),
          new MixtureRule(),
          new AccountRule(),
          new MaterialBalanceRule(),
          new WasteRule(),
          new TransferRule(),
          new RecycledContentRule(),
          new CorrectionRule(),
          new CertificateRule(),
          new CertificateUseRule(),
          new CertificateTransferRule(),
          new RenewableElectricityRule(),
          new EnergyCorrectionRule(),
          new RulePackRule(),
          new RequestRule(),
          new ReceivedRule());

  /** Those of the content rules that a footprint without inputs needs no ledger for. */
  private static final List<Rule> FOOTPRINT_ALONE =
      List.of(new CompanyRule(), new PartsRule(), new ExemptionRule(), new ValidityRule());

  private StatementVerifier() {}

  /**
   * The findings that {@link #judge} has in a footprint declared without inputs wherever it comes
   * to stand: its owner can know them before it is sent. Whether key, ids and references fit the
   * ledger is not judged.
   */
  public static List<Finding> judgeFootprintAlone(ReadStatement read) {
    Context anywhere =
        new Context(read.statement().audience(), read.statement().issuedAt(), Long.MAX_VALUE);
    Case at = new Case(read, LedgerState.EMPTY, anywhere);
    return FOOTPRINT_ALONE.stream().flatMap(rule -> rule.judge(at).stream()).distinct().toList();
  }

  /**
   * What is wrong with the statement, doubtful, or cannot be judged. Errors refuse it.
   *
   * @param state before this statement; it need not know more than the entries {@link
   *     io.tanlian.verifier.state.StatementTags#sourcesOf} leads to
   */
  public static List<Finding> judge(ReadStatement read, LedgerState state, Context context) {
    Case at = new Case(read, state, context);
    for (Rule rule : AUTHENTICITY) {
      List<Finding> findings = rule.judge(at);
      if (!findings.isEmpty()) {
        return List.copyOf(findings);
      }
    }
    Set<Finding> findings = new LinkedHashSet<>();
    CONTENT.forEach(rule -> findings.addAll(rule.judge(at)));
    return List.copyOf(findings);
  }

  /** Whether any finding refuses the statement. */
  public static boolean refuses(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::isError);
  }
}
