package io.tanlian.ledger.axon;

import io.tanlian.ledger.SequencedEntry;
import io.tanlian.tlog.entry.Entry;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;

/**
 * An entry as Axon passes it on. It keeps the entry itself, so that neither its bytes nor its tags
 * can get lost or be converted on the way; and its index, for Axon's context only knows that of the
 * batch's last.
 */
public final class LedgerEventMessage extends GenericEventMessage {
  private static final long NO_INDEX_YET = -1;

  private final SequencedEntry sequenced;

  private LedgerEventMessage(SequencedEntry sequenced) {
    Entry entry = sequenced.entry();
    super(
        entry.eventId().toString(),
        new MessageType(entry.type(), entry.version()),
        entry.payload(),
        entry.metadata(),
        entry.time());
    this.sequenced = sequenced;
  }

  static LedgerEventMessage read(SequencedEntry sequenced) {
    return new LedgerEventMessage(sequenced);
  }

  /** An entry for an Axon handler to append; {@link LedgerTags#RESOLVER} finds its tags. */
  public static LedgerEventMessage toAppend(Entry entry) {
    return new LedgerEventMessage(new SequencedEntry(NO_INDEX_YET, entry));
  }

  SequencedEntry sequenced() {
    return sequenced;
  }

  Entry entry() {
    return sequenced.entry();
  }

  @Override
  public EventMessage withMetadata(Map<String, String> metadata) {
    Entry entry = entry();
    return new LedgerEventMessage(
        new SequencedEntry(
            sequenced.index(),
            Entry.of(
                entry.eventId(),
                entry.type(),
                entry.version(),
                entry.time(),
                entry.tags(),
                metadata,
                entry.payload())));
  }

  @Override
  public EventMessage andMetadata(Map<String, String> more) {
    Map<String, String> merged = new HashMap<>(entry().metadata());
    merged.putAll(more);
    return withMetadata(merged);
  }
}
