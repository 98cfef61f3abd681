package io.tanlian.exchange.node;

import io.swagger.v3.oas.annotations.Hidden;
import io.tanlian.ledger.AppendOutcome;
import io.tanlian.ledger.forward.AppendMessage;
import io.tanlian.ledger.forward.ForwardedAppends;
import io.tanlian.ledger.forward.OutcomeMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /internal/appends}: appends what another node of this log was asked to append. */
@Hidden
@RestController
final class AppendController {
  static final String PATH = "/internal/appends";

  /** Each holds its message and its answer in memory. */
  private static final int APPENDS_MAX = 256;

  private static final long RETRY_AFTER_MS = 250;

  private final ForwardedAppends appends;
  private final Semaphore free = new Semaphore(APPENDS_MAX);

  AppendController(ForwardedAppends appends) {
    this.appends = appends;
  }

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<byte[]> append(NodeCall call, HttpServletRequest request) throws IOException {
    if (!free.tryAcquire()) {
      return answer(OutcomeMessage.encode(new AppendOutcome.Busy(RETRY_AFTER_MS)));
    }
    try {
      byte[] message = request.getInputStream().readNBytes(AppendMessage.BYTES_MAX + 1);
      return call.isFor(message)
          ? answer(appends.answer(message).join())
          : ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
    } finally {
      free.release();
    }
  }

  private static ResponseEntity<byte[]> answer(byte[] message) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(message);
  }
}
