package io.tanlian.cli.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/**
 * An exchange whose operator admitted itself and a supplier, all of it by commands: four entries,
 * and files with the keys and credentials of both.
 */
public final class Town implements AutoCloseable {
  public static final String SUPPLIER = "urn:lei:506700GE1G29325QX363";
  private static final String OPERATOR = TestExchange.OPERATOR.value();

  public final TestExchange exchange = new TestExchange();
  public final Shell shell;

  public Town(Path folder) {
    shell = new Shell(folder);
    shell.write("operator.json", exchange.credentials().toJson().toPrettyString());
    newKey("operator", OPERATOR);
    newKey("supplier", SUPPLIER);
    admit(OPERATOR, "Exchange Ltd", "operator");
    enrol(OPERATOR, "operator");
    admit(SUPPLIER, "Ningde Cathode Works", "supplier");
    enrol(SUPPLIER, "supplier");
    run(
        "client",
        "new",
        "--participant",
        SUPPLIER,
        "--role",
        "supplier",
        "--out",
        shell.path("supplier.json"),
        "--credentials",
        shell.path("operator.json"));
  }

  private void newKey(String name, String participant) {
    run("key", "new", "--out", shell.path(name + ".jwk"));
    shell.write(name + ".pub.jwk", run("key", "show", shell.path(name + ".jwk")).out());
    shell.write(
        name + ".proof",
        run(
                "key",
                "proof",
                shell.path(name + ".jwk"),
                "--participant",
                participant,
                "--log",
                TestExchange.ORIGIN)
            .out());
  }

  private void admit(String participant, String name, String role) {
    run(
        "admit",
        participant,
        "--name",
        name,
        "--role",
        role,
        "--key",
        shell.path("operator.jwk"),
        "--credentials",
        shell.path("operator.json"));
  }

  private void enrol(String participant, String name) {
    run(
        "enrol",
        participant,
        "--public-key",
        shell.path(name + ".pub.jwk"),
        "--proof",
        shell.path(name + ".proof"),
        "--key",
        shell.path("operator.jwk"),
        "--out",
        shell.path(name + ".enrolment"),
        "--credentials",
        shell.path("operator.json"));
  }

  /** Runs a command that must succeed. */
  public static Shell.Result run(String... arguments) {
    Shell.Result result = Shell.run(arguments);
    assertThat(result.exitCode()).as("%s %s", result.out(), result.err()).isZero();
    return result;
  }

  /** Signs a declaration of the supplier's into a file; returns its path. */
  public String signDeclaration(String name) {
    return sign(name, "ProductFootprintDeclaration", Claims.declaration());
  }

  /** Signs a claim of the supplier's into a file; returns its path. */
  public String sign(String name, String type, String claimJson, String... more) {
    String claim = shell.write(name + ".json", claimJson);
    List<String> sign =
        List.of(
            "sign",
            claim,
            "--type",
            type,
            "--key",
            shell.path("supplier.jwk"),
            "--credentials",
            shell.path("supplier.json"),
            "--out",
            shell.path(name));
    Shell.Result result = Shell.run(sign, more);
    assertThat(result.exitCode()).as("%s %s", result.out(), result.err()).isZero();
    return shell.path(name);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
