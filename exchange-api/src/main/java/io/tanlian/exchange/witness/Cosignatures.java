package io.tanlian.exchange.witness;

import io.tanlian.tlog.MalformedException;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.checkpoint.Cosignature;
import io.tanlian.tlog.note.NoteSignature;
import io.tanlian.tlog.note.SignedNote;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cosignatures that the configured witnesses gave. */
@Component
public final class Cosignatures {

  private static final Logger LOG = LoggerFactory.getLogger(Cosignatures.class);

  private static final String ADD =
      """
      insert into ledger.cosignature (size, witness, line, cosigned_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String NEWEST_SIZE =
      "select coalesce(max(size), 0) from ledger.cosignature where witness = ?";
  private static final String LINES =
      "select witness, line from ledger.cosignature where size = ? order by witness";
  private static final String NEWEST_WITH_QUORUM =
      """
      select note from ledger.checkpoint where size = (
        select size from ledger.cosignature where witness in (:witnesses)
        group by size having count(*) >= :quorum order by size desc limit 1)
      """;

  private final JdbcClient database;
  private final Witnesses witnesses;

  Cosignatures(JdbcClient database, Witnesses witnesses) {
    this.database = database;
    this.witnesses = witnesses;
  }

  private record Row(String witness, String line) {}

  /** Keeps a verified cosignature of a checkpoint; one kept before stays. */
  void add(long size, ConfiguredWitness witness, NoteSignature line, Instant time) {
    database.sql(ADD).params(size, witness.id(), line.format(), Timestamp.from(time)).update();
  }

  /** The greatest size that the witness cosigned; 0 if none. */
  long newestSize(ConfiguredWitness witness) {
    return database.sql(NEWEST_SIZE).param(witness.id()).query(Long.class).single();
  }

  /** The checkpoint with what the configured witnesses said of this very size. */
  public SignedNote under(SignedNote checkpoint) {
    if (witnesses.configured().isEmpty()) {
      return checkpoint;
    }
    long size = Checkpoint.parse(checkpoint.text()).size();
    List<Row> rows =
        database
            .sql(LINES)
            .param(size)
            .query((row, number) -> new Row(row.getString(1), row.getString(2)))
            .list();
    SignedNote cosigned = checkpoint;
    for (ConfiguredWitness witness : witnesses.configured()) {
      for (Row row : rows) {
        if (row.witness().equals(witness.id())) {
          cosigned = with(cosigned, witness, row.line());
        }
      }
    }
    return cosigned;
  }

  /** The newest checkpoint that enough witnesses cosigned, with their lines. */
  public Optional<SignedNote> newestWitnessed() {
    if (witnesses.configured().isEmpty()) {
      return Optional.empty();
    }
    return database
        .sql(NEWEST_WITH_QUORUM)
        .param("witnesses", witnesses.configured().stream().map(ConfiguredWitness::id).toList())
        .param("quorum", witnesses.quorum())
        .query(String.class)
        .optional()
        .map(note -> under(SignedNote.parse(note)));
  }

  /** A bad line would spoil the whole note for whoever knows the witness, so it is left out. */
  private static SignedNote with(SignedNote checkpoint, ConfiguredWitness witness, String line) {
    try {
      SignedNote cosigned = checkpoint.with(NoteSignature.parse(line));
      if (Cosignature.verify(cosigned, witness.key()) instanceof Cosignature.Given) {
        return cosigned;
      }
    } catch (MalformedException damaged) {
      LOG.warn("a stored cosignature by {} cannot be read", witness.id(), damaged);
      return checkpoint;
    }
    LOG.warn("a stored cosignature by {} does not verify; it is not served", witness.id());
    return checkpoint;
  }
}
