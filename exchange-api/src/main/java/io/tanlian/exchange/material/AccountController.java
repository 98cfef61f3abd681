package io.tanlian.exchange.material;

import static java.util.stream.Collectors.groupingBy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.identifier.Urn;
import io.tanlian.contracts.material.Account;
import io.tanlian.contracts.material.Custody;
import io.tanlian.contracts.statement.StatementType;
import io.tanlian.exchange.Caller;
import io.tanlian.verifier.state.StatementTags;
import io.tanlian.verifier.stock.AccountBalance;
import io.tanlian.verifier.stock.Holding;
import io.tanlian.verifier.stock.Movement;
import io.tanlian.verifier.trace.Moved;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A site's mass-balance accounts, and what is offered to the caller. */
@RestController
@Tag(name = "Material")
final class AccountController {
  private final LedgerMaterial material;
  private final TreeSizes treeSizes;
  private final InstantSource clock;

  AccountController(LedgerMaterial material, TreeSizes treeSizes, InstantSource clock) {
    this.material = material;
    this.treeSizes = treeSizes;
    this.clock = clock;
  }

  /** A holder and one of its accounts. */
  private record Key(ParticipantId holder, Account account) {}

  /**
   * The accounts of a site, by holder and period.
   *
   * @param holder whose accounts alone are wanted
   * @param on the day; today where it is not given
   */
  @Operation(summary = "Read a site's mass-balance accounts: credited, used, left, expired")
  @GetMapping("/v1/accounts")
  List<AccountView> accounts(
      @RequestParam("site") String site,
      @RequestParam(required = false) @Nullable String holder,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable Long asOf) {
    LedgerMaterial.AsOf records = material.asOf(treeSizes.of(asOf));
    Urn named = QueryValue.of("site", site, Urn::new);
    LocalDate day =
        on == null
            ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate()
            : QueryValue.of("on", on, AccountController::day);
    Optional<ParticipantId> only =
        Optional.ofNullable(holder).map(id -> QueryValue.of("holder", id, ParticipantId::parse));
    Map<StatementId, Movement> movements =
        records
            .tagged(
                StatementTags.site(named),
                moved -> only.isEmpty() || only.get().equals(moved.movement().holder()))
            .stream()
            .collect(Collectors.toMap(Moved::id, Moved::movement));
    Map<Key, List<Holding>> byAccount =
        records.holdings(movements.keySet()).values().stream()
            .filter(holding -> holding.type() != StatementType.TRANSFER)
            .flatMap(holding -> key(holding).map(key -> Map.entry(key, holding)).stream())
            .collect(
                groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return byAccount.entrySet().stream()
        .map(one ->
            AccountBalance.of(
                one.getKey().holder(), one.getKey().account(), one.getValue(), movements, day))
        .sorted(
            Comparator.comparing((AccountBalance balance) -> balance.holder().value())
                .thenComparing(balance -> balance.account().period().first()))
        .map(AccountView::of)
        .toList();
  }

  /**
   * The transfers that wait for the caller's acceptance.
   *
   * @param from the index that those wanted have at least
   */
  @Operation(summary = "Read the transfers that are offered to you and not accepted yet")
  @GetMapping("/v1/offers")
  List<HoldingView> offers(
      @AuthenticationPrincipal Caller caller, @RequestParam(defaultValue = "0") long from) {
    LedgerMaterial.AsOf records = material.asOf(treeSizes.of(null));
    return records
        .holdingsTagged(
            StatementTags.buyer(caller.participant()),
            Math.max(0, from),
            holding -> holding.isUntouched() && holding.correctedAt().isEmpty())
        .stream()
        .map(holding -> HoldingView.of(holding, records.treeSize()))
        .toList();
  }

  private static Optional<Key> key(Holding holding) {
    return holding
        .custody()
        .map(Custody::account)
        .map(account -> new Key(holding.holder(), account));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a day is written 2026-12-31", e);
    }
  }
}
