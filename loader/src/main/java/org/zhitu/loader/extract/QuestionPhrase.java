package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.lexicon.Mention;

/** Recognises words that ask something, in Chinese and English: with a question mark, as a question without, as a request. */
final class QuestionPhrase {
    /** Longest question in running text, in UTF-16 code units. */
    private static final int LONGEST = 400;

    /** Longest question at the end of running text. */
    private static final int LONGEST_LAST = 160;

    /** Most characters that a question may end in after its mark. */
    private static final int MOST_AFTER_MARK = 4;

    /** Longest question of a few words. */
    private static final int SHORT = 40;

    /** Longest line that asks without a question mark. */
    private static final int LONGEST_UNMARKED = 100;

    /** Longest words that make a question of the line they end, in UTF-16 code units. */
    private static final int LONGEST_ENDING = 24;

    private static final Pattern ENUMERATOR = Pattern.compile("\\s*(?:"
            + "[-*+•·▪●☐☑]\\s+"
            + "|\\[[ xX]\\]\\s*"
            + "|[(（]\\s*(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\\s*[)）]\\s*"
            + "|\\d{1,3}(?:\\.\\d{1,3})*\\s*[.、．:：)）](?![0-9])\\s*"
            + "|\\d{1,3}(?:\\.\\d{1,3})+\\s+"
            + "|[一二三四五六七八九十]{1,3}[、.．]\\s*"
            + "|[①-⑳]\\s*"
            + "|第\\s*[0-9一二三四五六七八九十百]{1,4}\\s*[题问][:：.、]?\\s*"
            + "|(?:[Qq]|[Qq]uestion|QUESTION|问题?|面试题|题目?)\\s*[-#]?\\s*\\d{0,3}\\s*[:：.、)）](?!\\S*[Kk]\\b)\\s*"
            + "|[Qq]\\d{1,3}\\s+"
            + ")");
    /** The letters that an enumerator may start with. */
    private static final String ENUMERATING = "qQ一二三四五六七八九十第问面题";

    private static final Pattern CHECKBOX = Pattern.compile("\\s*\\[[ xX]\\]\\s+");
    private static final Pattern ASKER =
            Pattern.compile("\\s*(?:[Qq]|[Qq]uestion|QUESTION|问题?|面试题)\\s*[-#]?\\s*\\d{0,3}\\s*[:：.、)）]?\\s*");
    private static final Pattern REMARK = Pattern.compile("\\s*[(（\\[【][^()（）\\[\\]【】]{1,12}[)）\\]】]\\s*");
    private static final Pattern ANSWER =
            Pattern.compile("(?i)\\s*(?:(?:参考)?答案?|回答|解答?|解析|ans(?:wer)?|a\\d{0,3})\\s*[:：.]\\s*");
    private static final Pattern QUOTED = Pattern.compile("\\s*[\"“”「『'‘].*[\"“”」』'’]\\s*", Pattern.DOTALL);
    private static final Pattern MARK =
            Pattern.compile("？|\\?(?=$|[\\s?？!！)）\\]】\"”』」'’*_。.,，;；:：\ufffc]|[^\\x00-\\x7f])");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?:[。！!?？；;]|(?<=[\\p{IsHan}\\w)）])\\.(?=\\s))[?？!！。]*[)）\\]】\"”』」'’*_]*");
    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*+(?:——|—|--+|：|:(?=\\s)|。|(?<=[\\w)）])\\.(?=\\s))\\s*+");
    private static final Pattern EXPLICIT_ID = Pattern.compile("\\s*\\{#([A-Za-z][A-Za-z0-9_-]*)\\}\\s*$");

    private static final Pattern ASKS_ZH =
            Pattern.compile("为什么|为何|为啥|如何|怎么|怎样|什么|哪|何时|何处|吗|呢|是否|能否|可否|有没有|是不是|能不能|多少|几[个种层类]|谁|区别|异同");
    private static final Pattern ASKS_EN = Pattern.compile(
            "(?i)\\b(?:what|why|how|when|where|which|who|whose|is|are|was|were|do|does|did|can|could|should|would|will|has|have)\\b");
    private static final Pattern STARTS_ZH =
            Pattern.compile("(?:为什么|为何|为啥|如何|怎么|怎样|什么是|什么叫|何为|何谓|啥是|哪些|哪个|哪种|哪几|是否|能否|可否|有没有|是不是|请问|有哪些)");
    /** One of them stands in every phrase that asks with its end or within. */
    private static final String ASKING_ZH = "什何啥怎哪吗呢谁少";

    private static final Pattern ENDS_ZH = Pattern.compile("(?:是什么|是啥|指什么|有哪些|有哪几种|为什么|吗|呢|怎么办"
            + "|有(?:什么|何|哪些)(?:区别|不同|异同|作用|优点|缺点|优缺点|优势|劣势|意义|用处?|好处|特点|问题|联系|关系|影响|局限|方法)?"
            + "|(?:讲|说|做|干|学|解决|包含|包括|代表|表示|意味着)了?(?:一?些)?什么"
            + "|什么(?:区别|不同|关系|作用|意义|意思|原理|原因)"
            + "|是(?:哪些|哪几[个种类]|哪个|哪种|多少|谁)|在哪里?|哪儿"
            + "|(?:怎么|怎样|如何)(?:样|[^，,。；;：:]{1,10}的)"
            + "|(?:怎么|怎样|如何)(?:办|做|算|选|选择|实现|处理|解决|计算|理解|设定|设置|训练|求解?|用|使用|工作的?|优化|改进|评价|评估))"
            + "\\s*[:：。.]?$");
    private static final Pattern INSIDE_ZH = Pattern.compile(
            "^(?:[^。；;]{1,60}[，,：:]\\s*)?[^，,。；;：:是了说知讲介看解讨因]{0,24}(?:为什么|为何|为啥|如何|怎么|怎样|哪[些个种里])[^，。；;]{1,}$");
    /** Words that are about a question instead of asking it, and words that take an answer for granted. */
    private static final Pattern TELLS_ZH = Pattern.compile(
            "(?:知道|明白|了解|理解|学会|学习|说明|讲了?|介绍|看看?|取决于|教你?|告诉|记录|总结|分享|整理|讨论|探讨|研究|决定"
                    + "|检查|判断|验证|无论|不管|不论)[^，,。；;]{0,8}(?:为什么|为何|为啥|如何|怎么|怎样|哪[些个种里]|什么|是否)|本[文节章篇]|[，,](?:就|都|才|所以|因此|取决于|是)");

    private static final Pattern STARTS_EN = Pattern.compile("(?i)(?:"
            + "what(?:'s|’s)?\\s+(?:is|are|was|were|does|do|did|makes?|happens?|would|will|can|could|should|kinds?|types?|the|an?)\\b"
            + "|why\\b(?!\\s+(?:this|us)\\b)"
            + "|how\\s+(?:do|does|did|is|are|was|can|could|would|will|should|to|many|much|often|long|large|well|come)\\b"
            + "|(?:when|where|which|who|whose)\\s+(?:\\w+\\s+){0,2}(?:is|are|do|does|did|can|should|would|will)\\b)");
    private static final String ADVERBS_ZH = "(?:请|试着|麻烦)?(?:你|您)?(?:大致|大概|尽量|用自己的话|举例|结合公式|结合图)?(?:地|来|的)?";
    private static final Pattern REQUEST_ZH = Pattern.compile(ADVERBS_ZH + "(?:"
            + "(?:简单|简要|简短|详细|具体|仔细|完整|分别|重点|着重)(?:地|的|来)?(?:讲|说|谈|聊|介绍|描述|解释|说明|阐述|推导|分析|概述|总结|对比|比较|列举)(?:一下|一讲|一说|下)?"
            + "|(?:讲|说|谈|聊|介绍|描述|解释|说明|阐述|概述|总结|对比|比较|列举|推导|分析|写|画|证明|实现|手写)(?:一下|下(?![一面列降]))"
            + "|讲一讲|讲讲|说一说|说说|谈一谈|谈谈|聊一聊|聊聊|简述|阐述|试述|论述|手推|手撕|写出|画出"
            + "|(?:请|试)(?:介绍|描述|解释|说明|推导|证明|列举|分析|比较|对比|给出|实现|讲|说|谈|画|写|总结|概括))"
            + "(?![，,：:。；;]|$)");
    private static final Pattern WEAK_REQUEST_ZH = Pattern.compile("(?:介绍|描述|解释|说明|对比|比较|列举|推导|证明|分析|概述|实现|手写)");
    private static final Pattern REQUEST_EN = Pattern.compile(
            "(?i)(?:please\\s+|can you\\s+|could you\\s+)?"
                    + "(?:(?:briefly|shortly|intuitively|mathematically|carefully)\\s+)?(?:"
                    + "(?:explain|describe|compare|contrast|derive|differentiate|distinguish|discuss|elaborate)\\s+\\S"
                    + "|(?:define|list|name|state|prove|outline|illustrate|summari[sz]e|give|write|show|sketch|tell)\\s+"
                    + "(?:the|an?|how|why|what|which|when|some|all|any|two|three|four|five|\\d+|that|down|out|me|at least|different|main|key)\\b)");
    /** What examiners write for a question: a noun at the end of a name, or a verb before it. */
    private static final Pattern SHORT_FOR_ZH =
            Pattern.compile("(?:区别|不同|不同点|异同|对比|比较|优缺点|优点|缺点|流程|过程|步骤|原理|推导|作用|实现)[。.]?$");

    private static final Pattern BROKEN = Pattern.compile("[，,。；;：:]\\s*\\S");

    private static final Pattern SHORT_FOR_EN =
            Pattern.compile("(?i)(?:(?:the\\s+)?differences?\\s+between|comparison\\s+of"
                    + "|(?:the\\s+)?(?:pros|advantages|disadvantages|drawbacks|limitations)\\s+(?:and\\s+\\w+\\s+)?of"
                    + "|(?:implement|implementation\\s+of|derivation\\s+of|write|code)\\s)[^,;:]*$");

    private static final Pattern TODO =
            Pattern.compile("(?i)[\\s(（【\\[]*(?:[?？]{2,}|todo\\b.*|tbd\\b.*|wip\\b.*|fixme\\b.*"
                    + "|(?:马上|即将|很快|稍后|近期|敬请)(?:上线|更新|补充|补上|完善|推出|期待).*"
                    + "|(?:待|有待|后续|未来|以后|之后|下次|改天|有空)(?:再)?(?:补|补充|更新|完善|续|填|填坑|写|整理|添加|完成|学习|研究).{0,6}"
                    + "|未完(?:待续|成)?.*|(?:施工|建设|整理|编辑|更新|撰写)中.*|占(?:位|坑).*|挖坑.*|略|暂无.*|空"
                    + "|coming soon.*|to be (?:continued|added|written|done|completed).*|work in progress.*|under construction.*"
                    + "|[.。…·]{2,}|n/?a)[\\s.。…!！)）】\\]]*");
    /** What a to-do may start with. */
    private static final String TODO_STARTS = "?？tTwWfFcCuUnN马即很稍近敬待有后未以之下改施建整编更撰占挖略暂空.。…·";

    private static final Pattern OPEN_MARKS = Pattern.compile("[?？]{4,}");

    private QuestionPhrase() {}

    /** How a stretch of text stands in the note. */
    enum Form {
        /** By itself, as a heading. */
        HEADING,
        /** By itself on its line. */
        LINE,
        /** In running text. */
        RUNNING
    }

    /**
     * The part of a text that asks.
     *
     * @param start where it starts, enumerator included
     * @param bare  where it starts, enumerator left out
     * @param end   where it ends
     * @param rest  where what follows it in the same text starts; the text's length where nothing does
     */
    record Asked(int start, int bare, int end, int rest) {}

    /** Returns what a text asks right at its beginning. */
    static Optional<Asked> find(String text, Form form, List<Mention> mentions) {
        Matcher box = CHECKBOX.matcher(text);
        int start = box.lookingAt() ? box.end() : leadingBlanks(text);
        int stop = text.stripTrailing().length();
        if (start >= stop || stop - start > LONGEST * 4) {
            return Optional.empty();
        }
        if (QUOTED.matcher(text).matches() || ANSWER.matcher(text).lookingAt() || isOpen(text)) {
            return Optional.empty();
        }
        int bare = afterEnumerator(text, start);
        boolean asker = bare > start && isAsker(text, start, bare);
        int core = afterRemarks(text, bare);
        if (core >= stop || !hasLetters(text, core, stop)) {
            return Optional.empty();
        }
        if (form == Form.HEADING) {
            boolean asks = asker || hasMark(text, core, stop) || isPhrase(text, core, stop, form, mentions);
            return asks ? Optional.of(new Asked(start, bare, stop, text.length())) : Optional.empty();
        }
        int marked = endOfMarked(text, core, stop);
        if (marked > core && marked - start <= LONGEST) {
            int rest = marked + leadingBlanks(text.substring(marked));
            boolean whole = rest >= stop;
            boolean asks = whole
                    || form == Form.LINE
                    || bare > start
                    || asks(text.substring(core, marked))
                    || namesShortly(core, marked, mentions);
            return asks ? Optional.of(new Asked(start, bare, marked, whole ? text.length() : rest)) : Optional.empty();
        }
        if (form == Form.LINE && !asker) {
            int limit = Math.min(stop, core + LONGEST_UNMARKED);
            if (!mayAsk(text.substring(core, limit).strip())) {
                return Optional.empty();
            }
            int end = endOfUnmarked(text, core, stop, mentions);
            if (end < stop) {
                Matcher separator = SEPARATOR.matcher(text).region(end, stop);
                int rest = separator.lookingAt() ? separator.end() : end + leadingBlanks(text.substring(end));
                return Optional.of(new Asked(start, bare, end, rest));
            }
        }
        boolean unmarked = stop - core <= LONGEST_UNMARKED * (asker ? 4 : 1)
                && (asker || isPhrase(text, core, stop, form, mentions));
        return unmarked ? Optional.of(new Asked(start, bare, stop, text.length())) : Optional.empty();
    }

    /**
     * Returns the question that a text stands for as one among questions: BF16 和 FP16 的区别. By itself it might be a topic.
     *
     * @param mentions what the text names; it must name something
     */
    static Optional<Asked> findShort(String text, List<Mention> mentions) {
        int start = leadingBlanks(text);
        int stop = text.stripTrailing().length();
        int bare = afterEnumerator(text, start);
        if (mentions.isEmpty() || bare >= stop || stop - bare > SHORT) {
            return Optional.empty();
        }
        String phrase = text.substring(bare, stop);
        boolean asks = (startsLatin(phrase) && SHORT_FOR_EN.matcher(phrase).lookingAt())
                || (SHORT_FOR_ZH.matcher(phrase).find()
                        && !BROKEN.matcher(phrase).find());
        return asks ? Optional.of(new Asked(start, bare, stop, text.length())) : Optional.empty();
    }

    /** Returns the questions with a mark that a text ends in after it said something else. */
    static Optional<Asked> findLast(String text) {
        int stop = text.stripTrailing().length();
        int from = Math.max(0, stop - 2 * LONGEST_LAST);
        if (!hasMark(text, Math.max(from, stop - MOST_AFTER_MARK), stop) || isOpen(text)) {
            return Optional.empty();
        }
        List<Integer> ends = new ArrayList<>();
        Matcher sentence = SENTENCE_END.matcher(text).region(from, stop);
        while (sentence.find() && sentence.end() < stop) {
            ends.add(sentence.end());
        }
        int start = stop;
        for (int i = ends.size() - 1; i >= 0 && hasMark(text, ends.get(i), start); i--) {
            start = ends.get(i);
        }
        if (start == stop) {
            return Optional.empty();
        }
        int core = start + leadingBlanks(text.substring(start));
        boolean asks = stop - core <= LONGEST_LAST
                && (ASKS_ZH.matcher(text.substring(core, stop)).find()
                        || STARTS_EN.matcher(text.substring(core, stop)).lookingAt());
        return asks ? Optional.of(new Asked(core, core, stop, text.length())) : Optional.empty();
    }

    /** Says whether a marked question without a word that asks is about a concept and no more than a few words. */
    private static boolean namesShortly(int core, int end, List<Mention> mentions) {
        return end - core <= SHORT
                && mentions.stream().anyMatch(mention -> mention.start() >= core && mention.end() <= end);
    }

    /** Returns where a question without a mark ends whose answer follows it on its line; the stop where none does. */
    private static int endOfUnmarked(String text, int core, int stop, List<Mention> mentions) {
        Matcher separator = SEPARATOR.matcher(text).region(core, Math.min(stop, core + LONGEST_UNMARKED));
        while (separator.find()) {
            boolean answerFollows = separator.end() < stop;
            int end = separator.group().startsWith("。") || separator.group().startsWith(".")
                    ? separator.start() + 1
                    : separator.start();
            if (answerFollows && isPhrase(text, core, end, Form.LINE, mentions)) {
                return end;
            }
        }
        return stop;
    }

    /** Says whether a text only says that something is still to be written. */
    static boolean isTodo(String text) {
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || "(（【[".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        return start < text.length()
                && TODO_STARTS.indexOf(text.charAt(start)) >= 0
                && TODO.matcher(text).matches();
    }

    /** Says whether a text leaves something open: a to-do, or a row of question marks. */
    static boolean isOpen(String text) {
        return isTodo(text)
                || (mayBeMarked(text, 0, text.length())
                        && OPEN_MARKS.matcher(text).find());
    }

    /** Returns an answer's text without the word that announces it. */
    static String withoutAnnouncement(String answer) {
        Matcher matcher = ANSWER.matcher(answer);
        return matcher.lookingAt() ? answer.substring(matcher.end()) : answer;
    }

    /** Returns the identity that the note itself gives to a question, written <code>{#name}</code> at its end. */
    static Optional<String> explicitId(String text) {
        if (!text.contains("{#")) {
            return Optional.empty();
        }
        Matcher matcher = EXPLICIT_ID.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String withoutExplicitId(String text) {
        return text.contains("{#") ? EXPLICIT_ID.matcher(text).replaceFirst("") : text;
    }

    /** Returns the offset after the enumerators that a text starts with. */
    static int afterEnumerator(String text, int from) {
        if (!mayBeEnumerated(text, from)) {
            return from;
        }
        int at = from;
        Matcher matcher = ENUMERATOR.matcher(text);
        for (int i = 0; i < 3; i++) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt() || matcher.end() == at) {
                break;
            }
            at = matcher.end();
        }
        return at;
    }

    private static boolean mayBeEnumerated(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length()
                && (!Character.isLetter(text.charAt(at)) || ENUMERATING.indexOf(text.charAt(at)) >= 0);
    }

    private static boolean isAsker(String text, int start, int bare) {
        Matcher matcher = ASKER.matcher(text);
        for (int at = start; at < bare; ) {
            matcher.region(at, bare);
            if (matcher.lookingAt() && matcher.end() > at) {
                return true;
            }
            int next = ENUMERATOR.matcher(text).region(at, bare).lookingAt() ? afterOne(text, at, bare) : bare;
            at = Math.max(next, at + 1);
        }
        return false;
    }

    private static int afterOne(String text, int at, int bare) {
        Matcher matcher = ENUMERATOR.matcher(text).region(at, bare);
        return matcher.lookingAt() ? matcher.end() : bare;
    }

    private static int afterRemarks(String text, int from) {
        Matcher matcher = REMARK.matcher(text).region(from, text.length());
        return matcher.lookingAt() && matcher.end() < text.length()
                ? matcher.end()
                : from + leadingBlanks(text.substring(from));
    }

    private static boolean mayBeMarked(String text, int from, int to) {
        return text.indexOf('?', from, to) >= 0 || text.indexOf('？', from, to) >= 0;
    }

    private static boolean hasMark(String text, int from, int to) {
        return mayBeMarked(text, from, to)
                && MARK.matcher(text).region(from, to).find();
    }

    /** Returns where the questions end that stand first, with what belongs to them in brackets; {@code from} for none. */
    private static int endOfMarked(String text, int from, int stop) {
        if (!mayBeMarked(text, from, text.length())) {
            return from;
        }
        int end = from;
        int at = from;
        Matcher sentence = SENTENCE_END.matcher(text).region(from, stop).useTransparentBounds(true);
        while (at < stop && at - from <= LONGEST) {
            boolean found = sentence.find(at);
            int to = found ? Math.min(sentence.end(), stop) : stop;
            boolean marked = found && hasMark(text, sentence.start(), Math.min(to + 1, text.length()));
            boolean requested = end > from && isRequest(text.substring(at, to).strip());
            if (!marked && !requested) {
                break;
            }
            end = afterBrackets(text, to, stop);
            at = end;
        }
        return end;
    }

    private static int afterBrackets(String text, int from, int stop) {
        int at = from + leadingBlanks(text.substring(from, stop));
        if (at < stop && "(（".indexOf(text.charAt(at)) >= 0) {
            int depth = 0;
            for (int i = at; i < stop; i++) {
                char c = text.charAt(i);
                depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return from;
    }

    private static boolean asks(String text) {
        return ASKS_ZH.matcher(text).find() || ASKS_EN.matcher(text).find();
    }

    /** Says whether a line, or a part that it starts with, can ask without a mark; most lines cannot and are done with. */
    private static boolean mayAsk(String line) {
        return holdsAsking(line)
                || starts(line)
                || isRequest(line)
                || WEAK_REQUEST_ZH.matcher(line).lookingAt();
    }

    /** Says which of the two languages a phrase can ask in by what it starts with. */
    private static boolean startsLatin(String phrase) {
        return !phrase.isEmpty() && phrase.charAt(0) < 0x80;
    }

    private static boolean holdsAsking(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (ASKING_ZH.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(String phrase) {
        return startsLatin(phrase)
                ? STARTS_EN.matcher(phrase).lookingAt()
                : STARTS_ZH.matcher(phrase).lookingAt();
    }

    private static boolean isPhrase(String text, int core, int stop, Form form, List<Mention> mentions) {
        String phrase = text.substring(core, stop).strip();
        boolean unbroken = phrase.indexOf('。') < 0 || phrase.indexOf('。') == phrase.length() - 1;
        if (!unbroken || phrase.length() > LONGEST_UNMARKED * 2 || phrase.contains("因为")) {
            return false;
        }
        if (isRequest(phrase) || isWeakRequest(text, core, mentions)) {
            return form != Form.RUNNING || phrase.length() <= LONGEST_UNMARKED;
        }
        boolean starts = starts(phrase) && !(startsLatin(phrase) && phrase.endsWith("."));
        if (form == Form.RUNNING) {
            boolean ends = phrase.endsWith(":") || phrase.endsWith("：") || phrase.length() <= 40;
            return starts && ends && phrase.indexOf('，') < 0 && !phrase.endsWith("。");
        }
        if (starts || !holdsAsking(phrase)) {
            return starts;
        }
        return (endsAsQuestion(phrase) && !TELLS_ZH.matcher(phrase).lookingAt())
                || ((form == Form.HEADING || phrase.length() <= 60)
                        && INSIDE_ZH.matcher(phrase).find()
                        && !TELLS_ZH.matcher(phrase).find());
    }

    private static boolean endsAsQuestion(String phrase) {
        return ENDS_ZH.matcher(phrase)
                .region(Math.max(0, phrase.length() - LONGEST_ENDING), phrase.length())
                .find();
    }

    private static boolean isRequest(String phrase) {
        return startsLatin(phrase)
                ? REQUEST_EN.matcher(phrase).lookingAt()
                : REQUEST_ZH.matcher(phrase).lookingAt();
    }

    /** Says whether a verb that is also a noun asks here: a concept is its object, and it is no part of a concept's name. */
    private static boolean isWeakRequest(String text, int core, List<Mention> mentions) {
        Matcher verb = WEAK_REQUEST_ZH.matcher(text).region(core, text.length());
        if (!verb.lookingAt()) {
            return false;
        }
        for (Mention mention : mentions) {
            if (mention.start() < verb.end() && mention.end() > core) {
                return false;
            }
            if (mention.start() >= verb.end()) {
                return text.substring(verb.end(), mention.start()).isBlank();
            }
        }
        return false;
    }

    private static boolean hasLetters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to && letters < 2; i = text.offsetByCodePoints(i, 1)) {
            letters += Character.isLetter(text.codePointAt(i)) ? 1 : 0;
        }
        return letters == 2;
    }

    private static int leadingBlanks(String text) {
        return text.length() - text.stripLeading().length();
    }
}
