package io.tanlian.verifier.rules;

import static io.tanlian.contracts.problem.ProblemCode.FOOTPRINT_METHODS_MIXED;

import io.tanlian.contracts.declaration.InputLine;
import io.tanlian.contracts.declaration.RecycledInput;
import io.tanlian.contracts.material.RecyclingMethod;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.verifier.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The recycled inputs of a declaration count by one method. Two are a doubt and no error: a buyer
 * may be bound to a method that a supplier's claim does not follow.
 */
final class RecyclingMethodsRule implements Rule {
  @Override
  public List<Finding> judge(Case at) {
    if (!(at.claim() instanceof Claim.Declared(var declaration))) {
      return List.of();
    }
    if (at.read().withheldParts().contains(GrantedPart.INPUTS)) {
      return List.of(Withheld.at(Case.INPUTS));
    }
    Set<RecyclingMethod> methods = EnumSet.noneOf(RecyclingMethod.class);
    for (InputLine input : declaration.inputs()) {
      RecycledInput recycled = input.recycled();
      if (recycled != null) {
        methods.add(recycled.method());
      }
    }
    return methods.size() > 1 ? List.of(mixed(methods)) : List.of();
  }

  private static Finding mixed(Set<RecyclingMethod> methods) {
    return Finding.warning(
        FOOTPRINT_METHODS_MIXED,
        Case.INPUTS,
        "Recycled inputs count by %s in one total"
            .formatted(
                methods.stream()
                    .map(RecyclingMethod::wireName)
                    .collect(Collectors.joining(" and by "))),
        "Count all recycled inputs by one method, that of their claims.");
  }
}
