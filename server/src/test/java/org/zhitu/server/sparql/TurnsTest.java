package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhitu.server.problem.ProblemException;

class TurnsTest {
    private final Turns turns = new Turns(4);

    @Test
    void p9OneClientLeavesRoomForOthers() {
        List<Turns.Turn> taken = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            taken.add(turns.take(Optional.of("甲")));
        }
        assertThatThrownBy(() -> turns.take(Optional.of("甲")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(429);
                    assertThat(problem.headers()).containsEntry("Retry-After", "5");
                });
        taken.add(turns.take(Optional.of("乙")));
        assertThatThrownBy(() -> turns.take(Optional.of("丙")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(503));
        taken.forEach(Turns.Turn::close);
        assertThat(turns.take(Optional.of("甲"))).isNotNull();
    }
}
