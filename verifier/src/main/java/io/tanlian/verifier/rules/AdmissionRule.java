package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_ALREADY_ADMITTED;
import static io.tanlian.contracts.problem.ProblemCode.PARTICIPANT_UNKNOWN;

import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.List;

/** A participant is admitted once, and before anyone enrols a key for it. */
final class AdmissionRule implements Rule {
  private static final String POINTER = Case.SUBJECT + "/participant";

  @Override
  public List<Finding> judge(Case at) {
    return switch (at.claim()) {
      case Claim.Admitted(var admitted) ->
          at.state()
              .participant(admitted.participant())
              .map(known ->
                  Finding.error(
                      PARTICIPANT_ALREADY_ADMITTED,
                      POINTER,
                      "%s was admitted at index %d"
                          .formatted(admitted.participant().value(), known.index()),
                      "Admit each participant once."))
              .map(List::of)
              .orElse(List.of());
      case Claim.Enrolled(var enrolled)
          when at.state().participant(enrolled.participant()).isEmpty() ->
          List.of(
              Finding.error(
                  PARTICIPANT_UNKNOWN,
                  POINTER,
                  "%s is not a participant".formatted(enrolled.participant().value()),
                  "Admit the participant before enrolling its key."));
      default -> List.of();
    };
  }
}
