package io.tanlian.ledger.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileHomeTest extends CheckpointHomeContract {
  @TempDir private Path folder;

  @Override
  CheckpointHome home() {
    return new FileHome(file());
  }

  @Test
  void the_file_is_the_note_itself_and_nobody_else_may_change_it() throws IOException {
    home().advance(Optional.empty(), checkpoint(7, "a"));
    assertThat(file()).content().isEqualTo(checkpoint(7, "a").format());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_draft_left_by_a_crash_is_no_hindrance() throws IOException {
    Files.writeString(folder.resolve("newest-checkpoint.draft"), "half a no");
    assertThat(home().advance(Optional.empty(), checkpoint(7, "a"))).isTrue();
    assertThat(home().newest()).contains(checkpoint(7, "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "half a no", "text\n\nnot a signature\n"})
  void a_file_that_holds_something_else_is_an_error_and_stays_as_it_is(String content)
      throws IOException {
    Files.writeString(file(), content);
    assertThatThrownBy(() -> home().newest())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not hold a checkpoint");
    assertThatThrownBy(() -> home().advance(Optional.empty(), checkpoint(1, "a")))
        .isInstanceOf(IOException.class);
    assertThat(file()).content().isEqualTo(content);
  }

  @Test
  void a_note_cut_by_one_byte_is_an_error() throws IOException {
    String note = checkpoint(7, "a").format();
    Files.writeString(file(), note.substring(0, note.length() - 1));
    assertThatThrownBy(() -> home().newest()).isInstanceOf(IOException.class);
  }

  @Test
  void a_huge_file_is_not_read() throws IOException {
    Files.write(file(), new byte[65_537]);
    assertThatThrownBy(() -> home().newest()).hasMessageContaining("more than 65536 bytes");
  }

  @Test
  void a_folder_that_is_not_there_is_an_error() {
    CheckpointHome lost = new FileHome(folder.resolve("gone").resolve("newest-checkpoint"));
    assertThatThrownBy(() -> lost.advance(Optional.empty(), checkpoint(1, "a")))
        .isInstanceOf(IOException.class);
  }

  private Path file() {
    return folder.resolve("newest-checkpoint");
  }
}
