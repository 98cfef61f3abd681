package io.tanlian.verifier.rules;

import io.tanlian.verifier.Finding;
import java.util.List;

/** One thing a statement must satisfy. Pure. */
interface Rule {

  /** What is wrong or cannot be judged; nothing if the statement satisfies it. */
  List<Finding> judge(Case at);
}
