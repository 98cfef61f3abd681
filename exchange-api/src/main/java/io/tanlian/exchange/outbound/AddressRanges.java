package io.tanlian.exchange.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses are somebody's on the public internet (IANA's special-purpose address registries,
 * RFC 6890). All others are this machine, its network, its cloud's metadata, or nobody.
 */
final class AddressRanges {
  private static final List<Range> REFUSED_IPV4 =
      List.of(
          Range.of("0.0.0.0/8", "this network"),
          Range.of("10.0.0.0/8", "private"),
          Range.of("100.64.0.0/10", "shared by carriers"),
          Range.of("127.0.0.0/8", "this machine"),
          Range.of("168.63.129.16/32", "cloud metadata"),
          Range.of("169.254.0.0/16", "link-local"),
          Range.of("172.16.0.0/12", "private"),
          Range.of("192.0.0.0/24", "reserved"),
          Range.of("192.0.2.0/24", "documentation"),
          Range.of("192.88.99.0/24", "reserved"),
          Range.of("192.168.0.0/16", "private"),
          Range.of("198.18.0.0/15", "benchmarking"),
          Range.of("198.51.100.0/24", "documentation"),
          Range.of("203.0.113.0/24", "documentation"),
          Range.of("224.0.0.0/4", "multicast"),
          Range.of("240.0.0.0/4", "reserved"));

  /** Translates to an IPv4 address in the last four bytes (RFC 6052). */
  private static final Range NAT64 = Range.of("64:ff9b::/96", "NAT64");

  private static final Range MAPPED_IPV4 = Range.of("::ffff:0:0/96", "IPv4-mapped");
  private static final Range GLOBAL_IPV6 = Range.of("2000::/3", "global unicast");

  private static final List<Range> REFUSED_IPV6 =
      List.of(
          Range.of("2001::/23", "reserved"),
          Range.of("2001:db8::/32", "documentation"),
          Range.of("2002::/16", "6to4"),
          Range.of("3fff::/20", "documentation"));

  private static final int IPV4_BYTES = 4;

  private AddressRanges() {}

  /** Why no call may go to this address; empty if it is a public one. */
  static Optional<String> objection(InetAddress address) {
    return refusedKind(address.getAddress())
        .map(kind -> "the address " + address.getHostAddress() + " is not public (" + kind + ")");
  }

  private static Optional<String> refusedKind(byte[] address) {
    if (address.length == IPV4_BYTES) {
      return kind(REFUSED_IPV4, address);
    }
    if (NAT64.contains(address) || MAPPED_IPV4.contains(address)) {
      return kind(REFUSED_IPV4, Arrays.copyOfRange(address, 12, 16));
    }
    return GLOBAL_IPV6.contains(address)
        ? kind(REFUSED_IPV6, address)
        : Optional.of("not global unicast");
  }

  private static Optional<String> kind(List<Range> refused, byte[] address) {
    return refused.stream().filter(range -> range.contains(address)).findFirst().map(Range::kind);
  }

  /** The addresses that begin with these bits. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Range(byte[] prefix, int bits, String kind) {

    static Range of(String cidr, String kind) {
      int slash = cidr.indexOf('/');
      return new Range(
          bytes(cidr.substring(0, slash)), Integer.parseInt(cidr.substring(slash + 1)), kind);
    }

    boolean contains(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i % Byte.SIZE);
        if ((address[i / Byte.SIZE] & mask) != (prefix[i / Byte.SIZE] & mask)) {
          return false;
        }
      }
      return true;
    }

    /** Java gives an IPv4-mapped literal as IPv4, so that prefix is put together here. */
    private static byte[] bytes(String literal) {
      if (literal.equals("::ffff:0:0")) {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        return mapped;
      }
      try {
        return InetAddress.getByName(literal).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(literal + " is not an address", e);
      }
    }
  }
}
