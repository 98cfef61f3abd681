package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
  @TempDir private Path temporary;

  @Test
  void a_new_directory_is_ours_alone_and_its_parents_stay_as_the_system_makes_them()
      throws Exception {
    Path usual = Files.createDirectory(temporary.resolve("usual"));
    Path directory = PrivateFiles.directory(temporary.resolve("parent/secrets"));
    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(permissions(directory.resolveSibling("."))).isEqualTo(permissions(usual));
  }

  @Test
  void a_directory_of_ours_that_others_may_enter_is_closed_to_them() throws Exception {
    Path open = Files.createDirectory(temporary.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    PrivateFiles.directory(open);
    assertThat(permissions(open)).isEqualTo("rwx------");
    assertThat(open).isEmptyDirectory();
  }

  @Test
  void a_directory_of_another_user_is_refused_in_words() throws Exception {
    Path foreign = Files.createDirectory(temporary.resolve("foreign"));
    assumeThat(isGivenAway(foreign)).as("only root can give a directory away").isTrue();
    assertThatThrownBy(() -> PrivateFiles.directory(foreign))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("belongs to")
        .hasMessageContaining("Name a directory of your own");
  }

  @Test
  void a_file_in_its_place_is_refused_in_words() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> PrivateFiles.directory(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("must be a directory that you own");
  }

  @Test
  void a_file_is_written_for_its_owner_only() throws IOException {
    Path file = temporary.resolve("password");
    PrivateFiles.write(file, "secret");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(file).hasContent("secret");
  }

  private static boolean isGivenAway(Path directory) throws IOException {
    try {
      Files.setAttribute(directory, "unix:uid", 65534);
      return true;
    } catch (FileSystemException _) {
      return false;
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
