package io.tanlian.example.battery.load;

import io.tanlian.cli.exchange.ClientLogin;
import io.tanlian.cli.exchange.Credentials;
import io.tanlian.cli.exchange.ExchangeClient;
import io.tanlian.cli.exchange.Reply;
import io.tanlian.contracts.identifier.ParticipantId;
import io.tanlian.contracts.participant.Role;
import io.tanlian.example.battery.chain.Company;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A client of the exchange for each company, with a login of its own that the operator gives. */
final class CompanyClients implements AutoCloseable {
  private final Credentials operator;
  private final CredentialsDirectory kept;
  private final ExchangeClient operatorClient;
  private final Map<ParticipantId, ExchangeClient> clients = new HashMap<>();

  CompanyClients(Credentials operator, CredentialsDirectory kept) {
    this.operator = operator;
    this.kept = kept;
    this.operatorClient = connect(operator);
  }

  /** The company's client; the company has to be admitted. */
  Reply<ExchangeClient> of(Company company) {
    if (company.role().equals(Role.OPERATOR.wireName())) {
      return new Reply.Received<>(operatorClient);
    }
    ExchangeClient known = clients.get(company.id());
    if (known != null) {
      return new Reply.Received<>(known);
    }
    Role role = Role.parse(company.role());
    return login(company, role)
        .then(login -> {
          Credentials credentials =
              new Credentials(
                  operator.server(),
                  operator.tlsFingerprint(),
                  Optional.of(login),
                  operator.logKey(),
                  Optional.of(company.id()),
                  Optional.of(role));
          kept.keep(company, credentials);
          ExchangeClient client = connect(credentials);
          clients.put(company.id(), client);
          return new Reply.Received<>(client);
        });
  }

  private Reply<ClientLogin> login(Company company, Role role) {
    return kept.loginOf(company, operator.logKey())
        .<Reply<ClientLogin>>map(Reply.Received::new)
        .orElseGet(() -> operatorClient.clients().issue(company.id(), role));
  }

  private static ExchangeClient connect(Credentials credentials) {
    return ExchangeClient.connect(
        credentials.server(), credentials.tlsFingerprint(), credentials.login());
  }

  @Override
  public void close() {
    clients.values().forEach(ExchangeClient::close);
    operatorClient.close();
  }
}
