package io.tanlian.example.battery.statement;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.statement.Claim;
import io.tanlian.example.battery.chain.Company;

/**
 * A statement before it is signed.
 *
 * @param issuer who has to sign and publish it
 * @param title what it is, for people: "Haixia Cells (fictional) declares NCM811 cells"
 */
public record Prepared(StatementId id, Company issuer, String title, Claim claim) {}
