package io.tanlian.exchange.statement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.identifier.StatementId;
import io.tanlian.contracts.problem.Outcome;
import io.tanlian.contracts.sharing.GrantedPart;
import io.tanlian.contracts.statement.DisclosedClaim;
import io.tanlian.contracts.statement.ReadStatement;
import io.tanlian.contracts.statement.SignedStatement;
import io.tanlian.contracts.statement.StatementReader;
import io.tanlian.exchange.sharing.Sight;
import io.tanlian.exchange.sharing.VisibleDeclarations;
import io.tanlian.ledger.CorruptLedgerException;
import io.tanlian.ledger.Ledger;
import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.entry.EntryCodec;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads statements back from the ledger. */
@Component
public final class RecordedStatements {
  /** Of statements kept as they were read; in memory they take some ten times as much. */
  private static final int JWT_CHARS_MAX = 4_000_000;

  private final Ledger ledger;
  private final VisibleDeclarations visible;

  /** By their text and not by index, for an entry that is yet to be appended may get another. */
  private final Cache<String, ReadStatement> signedParts =
      Caffeine.newBuilder()
          .maximumWeight(JWT_CHARS_MAX)
          .weigher((String jwt, ReadStatement _) -> jwt.length())
          .build();

  /**
   * The statements of a ledger.
   *
   * @param visible knows what of them may be shown to whom
   */
  public RecordedStatements(Ledger ledger, VisibleDeclarations visible) {
    this.ledger = ledger;
    this.visible = visible;
  }

  /** The statement with all disclosures that are kept, whoever may see them. */
  Optional<RecordedStatement> find(StatementId statement) {
    var index = ledger.indexOf(statement.uuid());
    return index.isPresent() ? Optional.of(at(index.getAsLong())) : Optional.empty();
  }

  /** The statement at an index, as far as somebody who was granted {@code parts} may see it. */
  public RecordedStatement at(long index, Set<GrantedPart> parts) {
    return at(index).restrictedTo(parts);
  }

  /** The statement at an index with all disclosures that are kept: for whom it is meant only. */
  public RecordedStatement wholeAt(long index) {
    return at(index);
  }

  /**
   * The claims at some indexes, at most {@link Ledger#PAGE_ENTRIES_MAX}, read in one go.
   *
   * @return by index, as far as somebody who was granted {@code parts} may see them
   */
  public Map<Long, ObjectNode> claims(Collection<Long> indexes, Set<GrantedPart> parts) {
    Map<Long, ObjectNode> found =
        ledger.kept(indexes).stream()
            .collect(
                Collectors.toMap(
                    kept -> kept.entry().index(),
                    kept ->
                        accepted(
                            kept.entry().index(),
                            DisclosedClaim.of(signed(kept.entry(), kept.attachment()), parts))));
    for (long index : indexes) {
      if (!found.containsKey(index)) {
        throw new CorruptLedgerException(index, "the entry is missing");
      }
    }
    return found;
  }

  private RecordedStatement at(long index) {
    SequencedEntry entry =
        ledger
            .entry(index)
            .orElseThrow(() -> new CorruptLedgerException(index, "the entry is missing"));
    return recorded(entry);
  }

  private RecordedStatement recorded(SequencedEntry entry) {
    return new RecordedStatement(
        entry, MerkleTree.leafHash(EntryCodec.encode(entry.entry())), whole(entry));
  }

  /** The statement of an entry with all disclosures that are kept. */
  private ReadStatement whole(SequencedEntry entry) {
    return read(entry.index(), signed(entry, ledger.attachment(entry.index())));
  }

  private static SignedStatement signed(SequencedEntry entry, Optional<byte[]> attachment) {
    return new SignedStatement(
        jwt(entry), attachment.map(DisclosureAttachment::decode).orElse(List.of()));
  }

  /**
   * The statements of entries with the disclosures that {@code reader} may see. What is found about
   * a statement is told to its issuer, so it must not follow from what others keep from the issuer.
   */
  List<SeenStatement> asSeenBy(ParticipantId reader, List<SequencedEntry> entries) {
    List<UUID> concealing =
        entries.stream()
            .filter(entry -> !signedPart(entry).complete())
            .map(entry -> entry.entry().eventId())
            .toList();
    Map<Long, Set<GrantedPart>> parts =
        concealing.isEmpty()
            ? Map.of()
            : visible.ofStatements(reader, concealing, Long.MAX_VALUE).stream()
                .collect(Collectors.toMap(Sight::index, Sight::parts));
    return entries.stream()
        .map(entry -> asSeenWith(parts.getOrDefault(entry.index(), Set.of()), entry))
        .toList();
  }

  private SeenStatement asSeenWith(Set<GrantedPart> parts, SequencedEntry entry) {
    ReadStatement signed = signedPart(entry);
    return new SeenStatement(
        entry.index(),
        signed.complete() || parts.isEmpty()
            ? signed
            : read(entry.index(), whole(entry).restrictTo(parts)));
  }

  /**
   * The statement of an entry with all disclosures that are kept, for what the service does on its
   * own account: nothing of it may be shown without a grant.
   */
  public ReadStatement kept(SequencedEntry entry) {
    return signedPart(entry).complete() ? signedPart(entry) : whole(entry);
  }

  /** What everyone can see of the statement: most conceal nothing, and are read often. */
  public ReadStatement signedPart(SequencedEntry entry) {
    return signedParts.get(
        jwt(entry), jwt -> read(entry.index(), new SignedStatement(jwt, List.of())));
  }

  /** Keeps a statement that is about to be recorded, so that those after it need not read it. */
  void expect(ReadStatement read) {
    if (read.signed().disclosures().isEmpty()) {
      signedParts.put(read.signed().jwt(), read);
    }
  }

  static String jwt(SequencedEntry entry) {
    return new String(entry.entry().payload(), StandardCharsets.US_ASCII);
  }

  static ReadStatement read(long index, SignedStatement signed) {
    return accepted(index, StatementReader.read(signed));
  }

  private static <T> T accepted(long index, Outcome<T> read) {
    return switch (read) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Refused<T>(var problems) ->
          throw new CorruptLedgerException(
              index, "the statement cannot be read: " + problems.getFirst().detail());
    };
  }
}
