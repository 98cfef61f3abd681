package io.tanlian.ledger.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tanlian.ledger.TestDatabase;
import io.tanlian.ledger.TestEntries;
import io.tanlian.ledger.TestNode;
import io.tanlian.ledger.TestServer;
import io.tanlian.tlog.Hash;
import io.tanlian.tlog.MerkleTree;
import io.tanlian.tlog.checkpoint.Checkpoint;
import io.tanlian.tlog.note.NoteSigner;
import io.tanlian.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeCheckTest {
  @TempDir private Path folder;
  private final TestDatabase database = TestServer.newDatabase();
  private final TestNode node = TestNode.on(database);
  private CheckpointHome home;
  private HomeCheck check;

  @BeforeEach
  void open() {
    home = new FileHome(folder.resolve("newest-checkpoint"));
    check = new HomeCheck(home, database.service(2), TestNode.SIGNER.verifierKey());
  }

  @AfterEach
  void stop() {
    node.close();
    database.close();
  }

  @Test
  void an_empty_ledger_with_an_empty_home_is_in_step() throws Exception {
    assertThat(check.check()).isEqualTo(new HomeFinding.InStep());
  }

  @Test
  void a_home_that_is_behind_is_advanced() throws Exception {
    node.appended(TestEntries.entries(250, "a:1"));
    assertThat(check.check()).isEqualTo(new HomeFinding.HomeBehind(0, 250));
    assertThat(check.check()).isEqualTo(new HomeFinding.InStep());
    node.appended(TestEntries.entries(13, "a:1"));
    assertThat(check.check()).isEqualTo(new HomeFinding.HomeBehind(250, 263));
    assertThat(home.newest()).isEqualTo(node.ledger().latestCheckpoint());
  }

  @Test
  void a_database_that_ends_before_the_home_is_refused_with_the_sizes_and_the_remedy()
      throws Exception {
    node.appended(TestEntries.entries(10, "a:1"));
    SignedNote newer = signed(TestNode.SIGNER, 25);
    home.advance(Optional.empty(), newer);
    assertThat(check.check())
        .isInstanceOfSatisfying(
            HomeFinding.EntriesLost.class,
            lost ->
                assertThat(lost.words())
                    .contains("size 25", "size 10", "15 entries", "--accept-lost-entries 25")
                    .contains(folder.toString()));
    assertThat(home.newest()).contains(newer);
  }

  @Test
  void a_loss_is_accepted_only_by_its_exact_size() throws Exception {
    node.appended(TestEntries.entries(10, "a:1"));
    home.advance(Optional.empty(), signed(TestNode.SIGNER, 25));
    assertThat(check.checkAcceptingLost(24)).isInstanceOf(HomeFinding.EntriesLost.class);
    assertThat(check.checkAcceptingLost(25)).isEqualTo(new HomeFinding.InStep());
    assertThat(home.newest()).isEqualTo(node.ledger().latestCheckpoint());
    assertThat(check.check()).isEqualTo(new HomeFinding.InStep());
  }

  @Test
  void the_loss_of_a_whole_ledger_cannot_be_accepted() throws Exception {
    home.advance(Optional.empty(), signed(TestNode.SIGNER, 25));
    assertThatThrownBy(() -> check.checkAcceptingLost(25))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("new data directory");
  }

  @Test
  void another_history_of_at_least_the_same_size_is_refused_whatever_is_accepted()
      throws Exception {
    node.appended(TestEntries.entries(10, "a:1"));
    home.advance(Optional.empty(), signed(TestNode.SIGNER, 7));
    assertThat(check.checkAcceptingLost(7))
        .isInstanceOfSatisfying(
            HomeFinding.Forked.class,
            fork -> {
              assertThat(fork.size()).isEqualTo(7);
              assertThat(fork.words()).contains(root(7).base64(), fork.ledgerRoot().base64());
            });
  }

  @Test
  void a_checkpoint_of_another_key_is_refused() throws Exception {
    node.appended(TestEntries.entries(10, "a:1"));
    NoteSigner stranger = NoteSigner.generate(TestNode.SIGNER.verifierKey().name());
    home.advance(Optional.empty(), signed(stranger, 5));
    assertThat(check.check()).isInstanceOf(HomeFinding.NotOurs.class);
  }

  @Test
  void a_ledger_whose_rows_lead_nowhere_is_refused() throws Exception {
    node.appended(TestEntries.entries(10, "a:1"));
    check.check();
    database.tamper("delete from ledger.entry where position = 7");
    assertThat(check.check()).isInstanceOf(HomeFinding.LedgerDamaged.class);
  }

  private static SignedNote signed(NoteSigner signer, long size) {
    return Checkpoint.of(signer.verifierKey().name(), size, root(size)).sign(signer);
  }

  private static Hash root(long size) {
    return MerkleTree.leafHash(new byte[] {(byte) size});
  }
}
