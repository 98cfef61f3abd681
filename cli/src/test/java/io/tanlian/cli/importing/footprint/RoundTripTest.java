package io.tanlian.cli.importing.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.cli.importing.table.Table;
import io.tanlian.cli.importing.table.TableFile;
import io.tanlian.cli.importing.table.TableRow;
import io.tanlian.cli.world.Town;
import io.tanlian.contracts.identifier.ParticipantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Footprints written as rows are read back as they were. Another run: {@code -Dtanlian.seed=…}. */
class RoundTripTest {
  private static final long SEED = Long.getLong("tanlian.seed", System.nanoTime());
  private static final int FOOTPRINTS = 100;
  @TempDir private Path folder;

  private final List<ObjectNode> footprints = footprints();

  private static List<ObjectNode> footprints() {
    Random random = new Random(SEED);
    return Stream.generate(() -> RandomFootprint.of(random)).limit(FOOTPRINTS).toList();
  }

  @Test
  void from_csv() throws IOException {
    assertReadBack(Files.write(folder.resolve("table.csv"), Tables.csv(footprints)));
  }

  @Test
  void from_excel() throws IOException {
    assertReadBack(Files.write(folder.resolve("table.xlsx"), Tables.xlsx(footprints)));
  }

  private void assertReadBack(Path file) {
    List<ObjectNode> read = new ArrayList<>();
    List<RowProblem> wrong = new ArrayList<>();
    Table table = TableFile.read(file, Optional.empty(), Optional.empty());
    List<TableRow> rows = new ArrayList<>();
    table.read(rows::add);
    RowReader reader =
        new RowReader(
            Header.of(rows.getFirst()), ParticipantId.parse(Town.SUPPLIER), "exchange.example/log");
    rows.stream()
        .skip(1)
        .flatMap(row -> reader.read(row, wrong::add).stream())
        .forEach(row -> read.add(row.footprint().toJson()));
    assertThat(wrong).as("seed %d", SEED).isEmpty();
    assertThat(read).as("seed %d", SEED).hasSize(FOOTPRINTS);
    for (int i = 0; i < FOOTPRINTS; i++) {
      assertThat(read.get(i)).as("seed %d, footprint %d", SEED, i).isEqualTo(footprints.get(i));
    }
  }
}
