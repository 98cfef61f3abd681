package io.tanlian.exchange.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.json.StrictJson;
import io.tanlian.exchange.material.ContentView.ProofView;
import io.tanlian.exchange.material.ContentView.SourceView;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContentViewTest {
  private static final int RECOVERIES = 10_000;
  private static final String ID = "urn:uuid:" + new UUID(0x4000L, Long.MIN_VALUE);

  /** Of a ledger of a billion entries. */
  private static final int HASHES = 30;

  private static final String HASH = "DsEh7JNw7iNdWvHkYrEOO5JdvaDCHvsRLtdUDDjv6dk=\n";

  @Test
  void the_answer_for_ten_thousand_recoveries_is_no_longer_than_a_client_reads() {
    SourceView source =
        new SourceView(
            ID,
            1_000_000_000,
            "urn:uscc:91000000FAKE001015",
            "urn:example:recycler:plant:number-1",
            "Ni",
            "postConsumer",
            "12345.678");
    String receipt =
        "c2sp.org/tlog-proof@v1\nextra " + "A".repeat(400) + "\n" + HASH.repeat(HASHES + 4);
    ContentView view =
        new ContentView(
            ID,
            1_000_000_000,
            "urn:uscc:91000000FAKE001015",
            OptionalLong.empty(),
            "urn:example:product:pack",
            "urn:example:plant",
            2026,
            "cutOff",
            List.of(),
            List.of(),
            List.of(),
            Collections.nCopies(RECOVERIES, source),
            false,
            1_000_000_001,
            Collections.nCopies(
                ContentController.PROOFS_MAX,
                new ProofView(ID, 1_000_000_000, "Processing", receipt)));
    String json = JsonMapper.builder().build().writeValueAsString(view);
    assertThat(json.getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(StrictJson.documentBytesMax);
  }
}
