package io.tanlian.exchange.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  @TempDir private Path secrets;

  @ParameterizedTest
  @CsvSource({"carbon.example.com,2,carbon.example.com", "192.0.2.7,7,192.0.2.7"})
  void a_self_signed_certificate_is_for_the_host_and_for_this_machine(
      String host, int kind, String name) throws Exception {
    assertThat(names(host))
        .containsExactly(
            List.of(kind, name), List.of(DNS_NAME, "localhost"), List.of(IP_ADDRESS, "127.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource({"[::1],::1", "[2001:db8::7],2001:db8::7"})
  void an_ipv6_address_is_taken_out_of_the_brackets_it_has_in_a_uri(String host, String address)
      throws Exception {
    List<?> first = names(host).getFirst();
    assertThat(first.getFirst()).isEqualTo(IP_ADDRESS);
    assertThat(InetAddress.getByName((String) first.getLast()))
        .isEqualTo(InetAddress.getByName(address));
  }

  private List<List<?>> names(String host) throws Exception {
    Path file = Certificate.selfSigned(secrets, host).files().certificate();
    try (InputStream in = Files.newInputStream(file)) {
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return List.copyOf(certificate.getSubjectAlternativeNames());
    }
  }
}
