package io.tanlian.cli.world;

import io.tanlian.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs commands in this process, in a folder of their own. */
public final class Shell {
  private final Path folder;

  public Shell(Path folder) {
    this.folder = folder;
  }

  /** What a command left behind. */
  public record Result(int exitCode, String out, String err) {}

  public static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int exitCode = commandLine.execute(arguments);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** Runs a command with more arguments behind its usual ones. */
  public static Result run(List<String> usual, String... more) {
    return run(Stream.concat(usual.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** The path of a file in the folder. */
  public String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Writes a file that only its owner can read; returns its path. */
  public String write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }
}
