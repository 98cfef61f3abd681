package io.tanlian.cli.export.cbam;

import io.tanlian.contracts.declaration.ProductFootprintDeclaration;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;

/** A declaration, as far as the caller may see it, and who signed it. */
public record Declared(
    StatementId statement, ParticipantId issuer, ProductFootprintDeclaration declaration) {}
