package io.tanlian.benchmarks.ledger;

import io.tanlian.benchmarks.database.BenchmarkDatabase;
import io.tanlian.benchmarks.database.BenchmarkServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * What a large ledger takes.
 *
 * @param growth how fast it took the entries, a line for each million
 * @param relations its tables with their size on disk
 * @param reads how long each kind of read took
 */
public record LedgerSize(
    long entries,
    int payloadBytes,
    List<Growth> growth,
    List<Relation> relations,
    List<Read> reads) {
  private static final long STEP_ENTRIES = 1_000_000;

  private static final String RELATIONS =
      """
      select c.relname, greatest(c.reltuples, 0)::bigint,
             pg_table_size(c.oid) / 1048576.0, pg_indexes_size(c.oid) / 1048576.0
      from pg_class c where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
        and pg_total_relation_size(c.oid) > 65536
      order by c.relname
      """;

  /**
   * A step of the growth.
   *
   * @param entries how many there were at its end
   */
  public record Growth(long entries, double perSecond) {}

  /** A table of the ledger. */
  public record Relation(String name, long rows, double tableMib, double indexesMib) {}

  /** A kind of read. */
  public record Read(String what, double figure, String unit) {}

  /** Fills a ledger of its own on the server, and reads it. */
  public static LedgerSize measure(
      BenchmarkServer server, long entries, int payloadBytes, Consumer<String> progress)
      throws SQLException {
    Workload workload = new Workload(payloadBytes);
    try (BenchmarkDatabase database = server.newDatabase();
        LedgerNode node = new LedgerNode(database)) {
      List<Growth> growth = new ArrayList<>();
      for (long done = 0; done < entries; ) {
        long step = Math.min(STEP_ENTRIES, entries - done);
        long start = System.nanoTime();
        node.fill(step, workload);
        done += step;
        Growth grown = new Growth(done, Callers.perSecond(step, start));
        growth.add(grown);
        progress.accept("%,d entries, %,.0f a second".formatted(done, grown.perSecond()));
      }
      database.execute("vacuum (analyze)");
      List<Relation> relations = relations(database);
      progress.accept("Reading ...");
      return new LedgerSize(
          entries, payloadBytes, growth, relations, new LedgerReads(node.ledger()).measure());
    }
  }

  /** All of it in Markdown. */
  public String table(Map<String, String> machine) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # A ledger of %,d entries

        Filled through the engine, 256 entries an append, %,d-byte payloads, 3 tags.

        | entries | appended a second |
        | ---: | ---: |
        """
            .formatted(entries, payloadBytes));
    growth.forEach(
        step -> text.append("| %,d | %,.0f |\n".formatted(step.entries(), step.perSecond())));
    text.append("\n| table | rows | table, MiB | indexes, MiB |\n| --- | ---: | ---: | ---: |\n");
    relations.forEach(relation ->
        text.append(
            "| %s | %,d | %,.1f | %,.1f |\n"
                .formatted(
                    relation.name(), relation.rows(), relation.tableMib(), relation.indexesMib())));
    text.append("\n| read | figure | unit |\n| --- | ---: | --- |\n");
    reads.forEach(read ->
        text.append("| %s | %,.2f | %s |\n".formatted(read.what(), read.figure(), read.unit())));
    text.append("\n| machine | |\n| --- | --- |\n");
    machine.forEach((what, value) -> text.append("| %s | %s |\n".formatted(what, value)));
    return text.toString();
  }

  private static List<Relation> relations(BenchmarkDatabase database) throws SQLException {
    List<Relation> relations = new ArrayList<>();
    try (Connection connection = database.connect(new Properties());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RELATIONS)) {
      while (rows.next()) {
        relations.add(
            new Relation(rows.getString(1), rows.getLong(2), rows.getDouble(3), rows.getDouble(4)));
      }
    }
    return relations;
  }
}
