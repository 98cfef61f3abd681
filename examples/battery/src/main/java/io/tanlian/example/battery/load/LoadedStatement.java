package io.tanlian.example.battery.load;

import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.example.battery.chain.Company;

/**
 * A statement that the exchange says is on its ledger.
 *
 * @param index its position
 * @param receipt the proof of that (C2SP tlog-proof), not verified here
 * @param before whether an earlier run brought it there
 */
public record LoadedStatement(
    StatementId id, Company issuer, String title, long index, String receipt, boolean before) {}
