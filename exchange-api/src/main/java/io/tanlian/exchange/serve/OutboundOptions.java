package io.tanlian.exchange.serve;

import io.tanlian.exchange.outbound.HostPort;
import io.tanlian.exchange.outbound.OutboundRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which hosts may be called on participants' behalf beyond public ones. */
final class OutboundOptions {
  private static final Pattern TRUSTED = Pattern.compile("(.+)=(sha256:[0-9a-f]{64})");

  @Option(
      names = "--allow-host",
      paramLabel = "HOST:PORT",
      description =
          "a participants' host that may be on this machine or network, and without TLS; repeatable")
  private List<String> allowed = List.of();

  @Option(
      names = "--trust-host",
      paramLabel = "HOST:PORT=sha256:HEX",
      description = "a participants' host to be known by its certificate's fingerprint; repeatable")
  private List<String> trusted = List.of();

  OutboundRules rules() throws StartRefused {
    try {
      Map<HostPort, String> fingerprints = new HashMap<>();
      for (String text : trusted) {
        Matcher parts = TRUSTED.matcher(text);
        if (!parts.matches()) {
          throw new StartRefused(
              "--trust-host is given as HOST:PORT=sha256: and 64 lower-case hex digits, as a"
                  + " node prints its TLS fingerprint.");
        }
        fingerprints.put(HostPort.parse(parts.group(1)), parts.group(2));
      }
      return new OutboundRules(
          allowed.stream().map(HostPort::parse).collect(Collectors.toUnmodifiableSet()),
          fingerprints);
    } catch (IllegalArgumentException e) {
      throw new StartRefused("--allow-host, --trust-host: " + e.getMessage() + ".", e);
    }
  }
}
