package io.tanlian.cli.importing.footprint;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.pact.v3.ProductFootprint;
import io.tanlian.contracts.statement.Claim;

/**
 * A row that says what a declaration must.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param statement the name of its statement, which follows from what the row says
 */
record DeclaredRow(int number, StatementId statement, ProductFootprint footprint, Claim claim) {}
