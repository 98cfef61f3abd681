package io.tanlian.cli;

import picocli.CommandLine.IVersionProvider;

/** The version this was built as, from the manifest of its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "tanlian " + (built == null ? "(unpackaged build)" : built),
      "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
