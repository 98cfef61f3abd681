package io.tanlian.example.battery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanlian.contracts.identifier.StatementId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However often a statement is posted, it is one entry with one receipt. */
@ExtendWith(OneExchange.class)
class RepeatedPostTest {
  private static final int AT_ONCE = 20;

  private final Exchange exchange;
  private final Participant supplier;

  RepeatedPostTest(Exchange exchange) throws Exception {
    this.exchange = exchange;
    this.supplier = exchange.newSupplier();
  }

  @Test
  void the_second_post_gets_the_first_ones_answer() throws Exception {
    String body = statement();

    HttpResponse<String> first = supplier.post(body);
    String between = exchange.checkpoint();
    HttpResponse<String> second = supplier.post(body);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(exchange.checkpoint()).isEqualTo(between);
  }

  @Test
  void twenty_posts_at_once_make_one_entry_and_one_receipt() throws Exception {
    String body = statement();
    long before = exchange.treeSize();

    List<HttpResponse<String>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<HttpResponse<String>> post = () -> supplier.post(body);
      List<Future<HttpResponse<String>>> posted = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        posted.add(callers.submit(post));
      }
      for (Future<HttpResponse<String>> one : posted) {
        answers.add(one.get());
      }
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 201));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(exchange.treeSize()).isEqualTo(before + 1);
  }

  private String statement() {
    return supplier
        .sign(
            new StatementId(UUID.randomUUID()),
            Footprints.of(supplier.id(), Footprints.newProduct()))
        .format();
  }
}
