package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.loader.lexicon.Surroundings;
import org.zhitu.loader.source.SourceText;

/** Finds the addresses that a note gives to its reader, what it calls them, whose they are, and its images. */
final class SourceExtractor {
    /** Longest title taken from the words around an address, in UTF-16 code units. */
    private static final int LONGEST_TITLE = 80;

    /** How sure it is that a name beside a link is its author's. */
    private static final double AUTHOR_CONFIDENCE = 0.85;

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(?:https?|ftp)://\\S.*", Pattern.DOTALL);
    private static final Pattern LINE_START =
            Pattern.compile("^[\\s|>*+•·#-]*(?:\\d{1,3}[.、)）]\\s*|[(（]\\d{1,3}[)）]\\s*)?(?:\\[[^\\]]{0,40}\\]:?\\s*)?");
    /** What ends an address in running text. */
    private static final Pattern AFTER_ADDRESS = Pattern.compile("[^\\x21-\\x7e]|[<>()\\]\"`]");

    /** What words between two addresses have to hold to name the second: English ones are the rest of a sentence. */
    private static final Pattern NAMES_NEXT = Pattern.compile("\\p{IsHan}|:\\s*$");

    /** What belongs to the address before, and joins the next to it. */
    private static final Pattern JOINS = Pattern.compile("^.*[，,；;](?=.)\\s*(?:以及|还有|和|与|及|and\\s)?\\s*");

    private static final Pattern EDGE =
            Pattern.compile("^[\\s:：,，.。;；、\\-—–>→|)）\\]】》\"'`*_]+|[\\s:：,，;；、\\-—–>→|(（\\[【《<\"'`*_]+$");
    /** What tells something of an address instead of naming it. */
    private static final Pattern TELLS = Pattern.compile("\\s*(?:[都也就还可能会是有里中上下的这那和与及或等]"
            + "|(?i:is|are|was|can|has|have|and|or|for|which|that|shows?|explains?|covers?|by|in|on|to|from|with)\\b)");

    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "(?i)(?:原文|文章|论文|视频|博客|参考|相关|项目|工具包?|仓库|源码|源代码|代码|官方|详细|具体|转载|来自|资料|文献|的|地址|链接|来源|出处|网址|网站|主页|官网|详见|参见|见|转自|引自|如下|点击|这里|此处|戳"
                    + "|here|this|links?|url|source|references|reference|ref|see|from|via|click|read more|more|website|homepage|paper|code|tools?|library|repo|repository|github|blog|video|\\s|[:：,，.。])*+");

    private final Document document;
    private final SourceText source;
    private final Lexicon lexicon;
    private final List<Extraction.SectionClaim> sections;
    private final Map<String, Extraction.SourceClaim> sources = new LinkedHashMap<>();
    private final List<Extraction.ImageClaim> images = new ArrayList<>();
    private final AuthorFinder authors;
    private List<Inline> proseLine = List.of();
    private LinkedProse prose;

    SourceExtractor(Document document, Lexicon lexicon, List<Extraction.SectionClaim> sections) {
        this.document = document;
        this.source = document.source();
        this.lexicon = lexicon;
        this.authors = new AuthorFinder(lexicon);
        this.prose = LinkedProse.of(proseLine, source);
        this.sections = sections;
    }

    /** Reads the whole note; the claims are ready afterwards. */
    void extract() {
        Inlines.forEach(document, placed -> {
            switch (placed.inline()) {
                case Inline.Link link -> addSource(link, placed);
                case Inline.Image image ->
                    images.add(new Extraction.ImageClaim(
                            image.target(), image.alt(), section(placed.section()), image.span()));
                case Inline.Text t -> {}
                case Inline.Emphasis e -> {}
                case Inline.Strong s -> {}
                case Inline.Code c -> {}
                case Inline.Formula f -> {}
                case Inline.LineBreak b -> {}
                case Inline.FootnoteReference r -> {}
                case Inline.Role r -> {}
            }
        });
    }

    /** Returns every absolute address once, in the order of the text. */
    List<Extraction.SourceClaim> sources() {
        return List.copyOf(sources.values());
    }

    List<Extraction.ImageClaim> images() {
        return images;
    }

    private void addSource(Inline.Link link, Inlines.Placed placed) {
        int section = placed.section();
        String url = link.target().strip();
        if (sources.containsKey(url) || !ABSOLUTE.matcher(url).matches()) {
            return;
        }
        Optional<String> written = writtenTitle(link);
        String title = written.or(() -> titleAround(link)).orElseGet(() -> SourceKinds.pageName(url));
        Set<String> about = new LinkedHashSet<>();
        lexicon.find(title, Surroundings.NONE).stream().map(Mention::slug).forEach(about::add);
        if (section >= 0) {
            about.addAll(sections.get(section).about());
        }
        String method = written.isPresent() ? "link-text" : "bare-address";
        sources.put(
                url,
                new Extraction.SourceClaim(
                        url,
                        title,
                        SourceKinds.of(url),
                        author(link, placed.line()),
                        List.copyOf(about),
                        section(section),
                        new Evidence(link.span(), method, 1.0, Quote.of(source.text(link.span())))));
    }

    private Optional<Extraction.AuthorClaim> author(Inline.Link link, List<Inline> line) {
        if (proseLine != line) {
            proseLine = line;
            prose = LinkedProse.of(line, source);
        }
        return prose.wordsAround(link)
                .flatMap(words -> authors.find(
                                words.before(), words.link(), words.after(), words.isFirst(), words.only())
                        .map(found -> {
                            int start = words.offset(found);
                            int end = start + found.name().length();
                            Prose text = prose.prose();
                            return new Extraction.AuthorClaim(
                                    Quote.withSingleBlanks(found.name()),
                                    new Evidence(
                                            text.span(start, end),
                                            found.part().method(),
                                            AUTHOR_CONFIDENCE,
                                            Quote.around(text.text(), start, end)));
                        }));
    }

    private Optional<String> section(int number) {
        return number < 0 ? Optional.empty() : Optional.of(sections.get(number).id());
    }

    private static Optional<String> writtenTitle(Inline.Link link) {
        if (link.form() == Inline.Link.Form.BARE) {
            return Optional.empty();
        }
        String text = Quote.withSingleBlanks(Inline.plainText(link.content())).strip();
        boolean empty =
                text.length() <= LONGEST_TITLE && EMPTY_WORDS.matcher(text).matches();
        return empty || ABSOLUTE.matcher(text).matches() ? Optional.empty() : Optional.of(text);
    }

    /** Returns what the words on the line before an address call it, else those above it, else those after it. */
    private Optional<String> titleAround(Inline.Link link) {
        int line = link.span().line();
        String whole = source.line(line);
        int column = Math.min(link.span().column() - 1, whole.length());
        int end = Math.min(column + link.span().length(), whole.length());
        String before = whole.substring(0, column);
        int otherAddress = before.lastIndexOf("://");
        if (otherAddress >= 0) {
            Matcher rest = AFTER_ADDRESS.matcher(before);
            before = rest.find(otherAddress) ? before.substring(rest.start()) : "";
            before = NAMES_NEXT.matcher(before).find() ? JOINS.matcher(before).replaceFirst("") : "";
        }
        return title(LINE_START.matcher(before).replaceFirst(""), true)
                .or(() -> titleAbove(line))
                .or(() -> TELLS.matcher(whole).region(end, whole.length()).lookingAt()
                        ? Optional.empty()
                        : title(whole.substring(end), false));
    }

    private Optional<String> titleAbove(int line) {
        for (int above = line - 1; above >= Math.max(1, line - 2); above--) {
            String text = source.line(above).strip();
            if (!text.isEmpty()) {
                boolean announces = text.endsWith(":") || text.endsWith("：");
                return announces && !text.endsWith("::")
                        ? title(LINE_START.matcher(text).replaceFirst(""), true)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> title(String words, boolean before) {
        String text = words;
        int address = text.indexOf("://");
        if (!before && address >= 0) {
            text = text.substring(0, Math.max(0, text.lastIndexOf(' ', address)));
        }
        int sentence = before ? Math.max(text.lastIndexOf('。', text.length() - 2), text.lastIndexOf('；')) + 1 : -1;
        if (before) {
            text = text.substring(sentence);
        } else {
            int stop = text.indexOf('。');
            text = stop < 0 ? text : text.substring(0, stop);
        }
        text = EDGE.matcher(EDGE.matcher(text).replaceAll("")).replaceAll("").strip();
        boolean telling = text.codePoints().anyMatch(Character::isLetter)
                && text.length() > 1
                && text.length() <= LONGEST_TITLE
                && !EMPTY_WORDS.matcher(text).matches();
        return telling ? Optional.of(text) : Optional.empty();
    }
}
