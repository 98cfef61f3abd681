package io.tanlian.example.battery.demo;

import io.tanlian.cli.Main;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.example.battery.chain.Scenario;
import io.tanlian.example.battery.load.LoadOutcome;
import io.tanlian.example.battery.statement.ChainStatements;
import io.tanlian.exchange.serve.StartRefused;
import io.tanlian.exchange.serve.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code tanlian demo}: starts a node, loads the chain, computes, audits, and says what is next.
 */
@Command(
    name = "tanlian demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Starts an exchange with PostgreSQL inside, loads a battery supply chain of fictional",
      "companies through the public API, computes the pack's footprint and audits the ledger."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tanlian demo              leaves the exchange running, to try things",
      "  tanlian demo --once       stops when the audit is done; exit code 0 if all went well",
      "",
      "Exit codes: 0 all went well, 1 the audit found something, 2 could not run, 3 tampered."
    })
public final class Demo implements Callable<Integer> {

  private static final int COULD_NOT_RUN = 2;
  private static final int FIGURE_DIGITS = 3;

  @Option(names = "--once", description = "stop when the audit is done")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "keep everything here (.tanlian/demo; with --once a new temporary directory)")
  private @Nullable Path data;

  @Option(
      names = "--port",
      defaultValue = "8443",
      description = "the port to listen on (${DEFAULT-VALUE})")
  private int port = 8443;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] args) {
    System.exit(new CommandLine(new Demo()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      StopSignal stop = StopSignal.listen();
      DemoNode node = stop.start(this::start, step -> say("  " + step + " ..."));
      int exitCode = run(node);
      if (!once && exitCode == 0) {
        sayWhatIsNext(node);
        stop.await();
      }
      return exitCode;
    } catch (StartRefused | IOException | CancellationException failure) {
      say(String.valueOf(failure.getMessage()));
      return COULD_NOT_RUN;
    }
  }

  private DemoNode start(Consumer<String> progress) throws IOException, StartRefused {
    if (data == null && once) {
      return DemoNode.startDiscarded(port, progress);
    }
    return DemoNode.start(data == null ? Path.of(".tanlian", "demo") : data, port, progress);
  }

  private int run(DemoNode node) throws IOException {
    say("");
    LoadOutcome loaded = node.load(this::sayProgress);
    if (loaded instanceof LoadOutcome.Stopped(var _, String at, String why)) {
      say("");
      say("Loading stopped at: " + at);
      say(why);
      return COULD_NOT_RUN;
    }
    say("  " + loaded.statements().size() + " signed statements are on the ledger.");
    sayFootprints(node);
    sayRecoveries(node);
    sayContent(node);
    sayOverClaim(node);
    sayElectricity(node);
    say("");
    say("Audit, trusting nothing but the log's key");
    int exitCode = audit(node);
    say("");
    return exitCode;
  }

  private void sayProgress(Object statement, int done, int total) {
    if (done % 20 == 0 || done == 1) {
      say("  Loading the battery chain: %3d of %d statements".formatted(done, total));
    }
  }

  private void sayFootprints(DemoNode node) throws IOException {
    Credentials carMaker = node.credentials("car-maker");
    try (ExchangeClient client =
        ExchangeClient.connect(carMaker.server(), carMaker.tlsFingerprint(), carMaker.login())) {
      Map<Scenario, PackFootprint> packs = new EnumMap<>(Scenario.class);
      for (Scenario scenario : Scenario.values()) {
        packs.put(scenario, PackFootprint.of(node.chain().product("pack", scenario), client));
      }
      say("");
      say("Footprint of the 80 kWh NCM811 pack, kgCO2e per kWh, as the car maker sees it");
      packs.forEach((scenario, pack) -> sayPack(words(scenario), pack));
      PackFootprint loop = packs.get(Scenario.RECYCLED_BURDEN);
      if (loop != null) {
        say("");
        say("Three largest contributors with the loop closed");
        loop.largest().forEach(this::sayContribution);
      }
      say("");
      say("Checkpoint");
      sayCheckpoint(client);
    }
  }

  private static String words(Scenario scenario) {
    return switch (scenario) {
      case PRIMARY -> "primary metals only";
      case RECYCLED_CUT_OFF -> "recycled metals, scrap free of burden";
      case RECYCLED_BURDEN -> "recycled metals, scrap carries its burden (a loop)";
    };
  }

  private void sayPack(String words, PackFootprint pack) {
    say(
        "  %-52s %8s   from %d statements, %d inputs missing"
            .formatted(
                words,
                pack.perKWh().setScale(FIGURE_DIGITS, RoundingMode.HALF_EVEN),
                pack.pins(),
                pack.missing()));
  }

  private void sayContribution(PackFootprint.Contribution one) {
    say(
        "  %-62s %8s   %s %%"
            .formatted(
                one.product().replace("urn:tanlian-demo:product:", ""),
                one.perKWh().setScale(FIGURE_DIGITS, RoundingMode.HALF_EVEN),
                one.sharePercent().setScale(1, RoundingMode.HALF_EVEN)));
  }

  private void sayRecoveries(DemoNode node) throws IOException {
    for (RecyclerFiles recycler : RecyclerFiles.fetched(node)) {
      say("");
      say("Recovery by " + recycler.company().name() + ", judged by every rule pack");
      int exitCode =
          tanlian(
              Stream.concat(Stream.of("recovery"), recycler.files().stream().map(Path::toString))
                  .toArray(String[]::new));
      // 1 says that a threshold is missed, as the second recycler's is.
      if (exitCode == COULD_NOT_RUN) {
        throw new IOException("The recovery could not be judged.");
      }
    }
  }

  private void sayContent(DemoNode node) throws IOException {
    say("");
    say("Recycled content of 1,000 packs, walked back to the recovery it comes from");
    int exitCode =
        tanlian(
            "material",
            "content",
            ChainStatements.contentClaim().value(),
            "--credentials",
            node.credentialsFile("car-maker").toString());
    // 1 says that a threshold is missed.
    if (exitCode == COULD_NOT_RUN) {
      throw new IOException("The recycled content could not be computed.");
    }
  }

  private void sayOverClaim(DemoNode node) throws IOException {
    say("");
    say("The same kilograms claimed for another 1,000 packs: refused");
    OverClaim.tried(node)
        .refusedFor()
        .forEach(problem -> say("  %s: %s.".formatted(problem.code(), problem.detail())));
  }

  private void sayElectricity(DemoNode node) throws IOException {
    say("");
    say("Renewable electricity in aluminium, by the certificates cancelled for it");
    Path claim = FetchedFile.of(node, ChainStatements.electricityClaim(), "renewable-electricity");
    if (tanlian("electricity", claim.toString()) == COULD_NOT_RUN) {
      throw new IOException("The renewable electricity could not be judged.");
    }
  }

  private void sayCheckpoint(ExchangeClient client) throws IOException {
    String note =
        switch (client.checkpoint()) {
          case Reply.Received<String>(String text) -> text;
          case Reply.Refused<String>(var refusal) -> throw new IOException(refusal.detail());
          case Reply.Failed<String>(String why) -> throw new IOException(why);
        };
    note.lines().filter(line -> !line.isEmpty()).forEach(line -> say("  " + line));
  }

  private int audit(DemoNode node) {
    return tanlian(
        "audit",
        "--out",
        node.directory().resolve("audit").toString(),
        "--credentials",
        node.credentialsFile("auditor").toString(),
        "--compare-answers");
  }

  /** Runs a command as a user would; returns its exit code. */
  private int tanlian(String... arguments) {
    return Main.commandLine()
        .setOut(out)
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .execute(arguments);
  }

  private void sayWhatIsNext(DemoNode node) {
    String pack = node.chain().product("pack", Scenario.RECYCLED_BURDEN).id().value();
    say("The exchange is up at " + node.server().settings().publicUrl());
    say("  credentials      " + node.credentialsFile("car-maker").getParent() + "/*.json");
    say("  log key          " + node.server().logKey().format());
    say("  TLS fingerprint  " + node.server().tlsFingerprint());
    say("");
    say("Try, in another terminal:");
    say("  ./tanlian footprint " + pack + " \\");
    say("      --credentials " + node.credentialsFile("car-maker"));
    say(
        "  ./tanlian recovery "
            + node.directory().resolve("recoveries")
            + "/recycler-*.sd-jwt --pack cn-2025-21");
    say("  ./tanlian material trace " + ChainStatements.contentClaim() + " \\");
    say("      --credentials " + node.credentialsFile("car-maker"));
    say("  ./tanlian audit --out " + node.directory().resolve("audit") + " \\");
    say("      --credentials " + node.credentialsFile("auditor"));
    say("  ./tanlian key new --out my-company.jwk && ./tanlian --help");
    say("");
    say("Stop it with Ctrl-C; what it knows stays in " + node.directory() + ".");
  }

  private void say(String line) {
    out.println(line);
  }
}
