package io.tanlian.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a benchmark ran on. */
public final class Machine {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final String PROCESSOR_NAME = "model name";
  private static final long MIB = 1_048_576;

  private Machine() {}

  /**
   * Processor, memory, system and Java, by name.
   *
   * @param data on the file system that the database writes to
   */
  public static Map<String, String> describe(Path data) throws IOException {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("processor", processor());
    machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    machine.put("memory", memory());
    machine.put(
        "system",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    machine.put("file system", Files.getFileStore(data).type());
    machine.put("load average at the start", load());
    machine.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    machine.put("Java options", javaOptions());
    return machine;
  }

  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSOR)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(PROCESSOR).stream()
        .filter(line -> line.startsWith(PROCESSOR_NAME))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? "%,d MiB".formatted(system.getTotalMemorySize() / MIB)
        : "unknown";
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.2f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String javaOptions() {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return options.stream()
        .filter(option -> option.startsWith("-X"))
        .collect(Collectors.joining(" "));
  }
}
