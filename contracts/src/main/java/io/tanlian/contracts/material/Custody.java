package io.tanlian.contracts.material;

import io.tanlian.contracts.json.Fields;
import io.tanlian.contracts.json.ObjectWriter;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a batch is kept apart from other material.
 *
 * @param account where its credits stand; given exactly if the model works with credits
 */
public record Custody(CustodyModel model, @Nullable Account account) {
  public Custody {
    if (model.usesCredits() && account == null) {
      throw new IllegalArgumentException(
          "%s keeps credits in an account: name its site and period".formatted(model.wireName()));
    }
    if (!model.usesCredits() && account != null) {
      throw new IllegalArgumentException(
          "%s keeps the material itself apart: leave the account out".formatted(model.wireName()));
    }
  }

  /** Reads the fields {@code custody} and {@code account} of a claim. */
  static Custody read(Fields claim) {
    return new Custody(
        claim.value("custody", CustodyModel::parse), claim.objectOrNull("account", Account::read));
  }

  ObjectWriter write(ObjectWriter claim) {
    return claim
        .value("custody", model.wireName())
        .object("account", account == null ? null : account.toJson());
  }

  /** The last day on which credits may be used; none where no credits are. */
  public Optional<LocalDate> lastDay() {
    return Optional.ofNullable(account).map(Account::lastDay);
  }
}
