package io.tanlian.verifier.state;

import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.contracts.sharing.GrantScope;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.verifier.Company;
import io.tanlian.verifier.DeclarationText;
import io.tanlian.verifier.World;
import java.util.List;
import java.util.stream.IntStream;

/** Statements in which a rule finds something because of what is on the ledger already. */
final class BadStatements {
  private BadStatements() {}

  static List<SignedStatement> in(World world) {
    List<StatementId> ids =
        IntStream.range(0, world.statements().size())
            .mapToObj(index -> world.statements().get(index).statement().id())
            .toList();
    Company operator = world.operator;
    return List.of(
        world.statements().get(7).signed(),
        world.admit(world.cellMaker, Role.SUPPLIER),
        world.enrol(operator, world.cathodeMaker),
        world.enrol(
            operator, new Company(ParticipantId.parse("did:web:nobody.example"), Company.newKey())),
        world.rotate(operator.withKey(world.cathodeMaker.key()), Company.newKey()),
        world.revoke(operator, world.cellMaker.kid()),
        world.declare(world.cellMaker, DeclarationText.cathode(world.cellMaker.id())),
        world.declare(
            operator,
            DeclarationText.cathode(operator.id())
                .with(operator.id().value(), world.cellMaker.id().value())),
        world.declare(
            operator,
            DeclarationText.cell(operator.id(), ids.get(8))
                .with(operator.id().value(), world.cellMaker.id().value())),
        world.grant(operator, world.cellMaker, new GrantScope.Statements(List.of(ids.get(6)))),
        world.withdraw(operator, ids.get(6)));
  }
}
