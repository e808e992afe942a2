package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            为什么要除以 $\\sqrt{d_k}$？           | 为什么要除以 <span class="math">\\sqrt{d_k}</span>？
            What is $O(n^2)$ and $O(n)$?          | What is <span class="math">O(n^2)</span> and <span class="math">O(n)</span>?
            :math:`a<b` 什么时候成立？             | <span class="math">a&lt;b</span> 什么时候成立？
            \\(x\\) 是什么？                       | <span class="math">x</span> 是什么？
            From $5 to $6?                        | From $5 to $6?
            a $ b $ c                             | a $ b $ c
            <b>注意力</b> & "x"                    | &lt;b&gt;注意力&lt;/b&gt; &amp; &quot;x&quot;
            """)
    void formulasInALineBecomeElementsAndAllElseStaysText(String line, String html) {
        assertThat(Formulas.inLine(line)).isEqualTo(html);
    }
}
