#include "evaluate/scores.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "evaluate/matching.h"
#include "record/enum_names.h"

namespace sayso::evaluate {
namespace {

constexpr std::array<std::string_view, 3> kRoles = {"source", "cue", "content"};
constexpr std::size_t kSource = 0, kContent = 2;
constexpr std::array<Mode, 3> kModes = {Mode::direct, Mode::mixed, Mode::indirect};
constexpr double kSame = .5;  // Jaccard index from which two passages count as the same

struct Item {
  std::vector<Span> spans[2][3];  ///< strict and lenient, by role
  TokenSet tokens[3];             ///< by role, of the strict spans
  Mode mode = Mode::indirect;
};

std::vector<Item> items_of(std::string_view text, const Words& words, const std::vector<Attribution>& all, bool merge) {
  std::vector<Item> items;
  items.reserve(all.size());
  for (const Attribution& each : all) {
    const std::vector<Span>* roles[3] = {&each.source, &each.cue, &each.content};
    Item& item = items.emplace_back();
    for (std::size_t r = 0; r < 3; ++r) {
      for (const bool lenient : {false, true}) item.spans[lenient][r] = normal_spans(text, *roles[r], lenient, merge);
      item.tokens[r] = words.touched_by(item.spans[0][r]);
    }
    item.mode = words.mode(item.tokens[kContent]);
  }
  return items;
}

std::string key(std::string_view measure, std::string_view what, std::string_view form = {}) {
  std::string name(measure);
  (name += ' ') += what;
  if (!form.empty()) (name += ' ') += form;
  return name;
}

class Scorer {
 public:
  Scorer(Scores& scores, const std::vector<Item>& pred, const std::vector<Item>& gold)
      : scores_(scores), pred_(pred), gold_(gold) {}

  void run() {
    for (std::size_t r = 0; r < 3; ++r) {
      exact_spans(r);
      token_sets(r);
    }
    exact_contents_by_mode();
    whole_attributions();
  }

 private:
  void add(const std::string& name, double hits_pred, double hits_gold, std::size_t pred, std::size_t gold) {
    Counts& counts = scores_.measures[name];
    counts.hits_pred += hits_pred;
    counts.hits_gold += hits_gold;
    counts.pred += pred;
    counts.gold += gold;
  }
  void add(const std::string& name, double hits, std::size_t pred, std::size_t gold) {
    add(name, hits, hits, pred, gold);
  }

  static std::vector<Span> distinct_spans(const std::vector<Item>& items, bool lenient, std::size_t role) {
    std::vector<Span> all;
    for (const Item& item : items) {
      const auto& spans = item.spans[lenient][role];
      all.insert(all.end(), spans.begin(), spans.end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  void exact_spans(std::size_t role) {
    for (const bool lenient : {false, true}) {
      const auto p = distinct_spans(pred_, lenient, role), g = distinct_spans(gold_, lenient, role);
      std::vector<Span> both;
      std::set_intersection(p.begin(), p.end(), g.begin(), g.end(), std::back_inserter(both));
      add(key("exact", kRoles[role], lenient ? "1" : "0"), static_cast<double>(both.size()), p.size(), g.size());
    }
  }

  static std::vector<const TokenSet*> distinct_sets(const std::vector<Item>& items, std::size_t role) {
    std::vector<const TokenSet*> all;
    for (const Item& item : items) {
      if (!item.tokens[role].empty()) all.push_back(&item.tokens[role]);
    }
    std::sort(all.begin(), all.end(), [](const TokenSet* a, const TokenSet* b) { return before(*a, *b); });
    all.erase(std::unique(all.begin(), all.end(), [](const TokenSet* a, const TokenSet* b) { return *a == *b; }),
              all.end());
    return all;
  }

  /// The words, or the punctuation, of all the sets.
  static std::vector<Span> united(const std::vector<const TokenSet*>& sets, bool words) {
    std::vector<Span> ranges;
    for (const TokenSet* set : sets) {
      if (set->words == words) ranges.insert(ranges.end(), set->ranges.begin(), set->ranges.end());
    }
    unite(ranges);
    return ranges;
  }

  void token_sets(std::size_t role) {
    const auto p = distinct_sets(pred_, role), g = distinct_sets(gold_, role);
    double sum = 0;
    for (const Pair& pair : assign(overlapping_pairs(p, g))) sum += pair.weight;
    add(key("overlap", kRoles[role]), sum, p.size(), g.size());
    std::size_t both = 0, in_pred = 0, in_gold = 0;
    for (const bool words : {true, false}) {
      const auto a = united(p, words), b = united(g, words);
      both += shared(a, b);
      in_pred += shared(a, a);
      in_gold += shared(b, b);
    }
    add(key("token", kRoles[role]), static_cast<double>(both), in_pred, in_gold);
  }

  /// The content spans, each with the mode of the first attribution that has it.
  static std::map<Span, Mode> modes_of_contents(const std::vector<Item>& items, bool lenient) {
    std::map<Span, Mode> modes;
    for (const Item& item : items) {
      for (const Span& span : item.spans[lenient][kContent]) modes.emplace(span, item.mode);
    }
    return modes;
  }

  void exact_contents_by_mode() {
    for (const bool lenient : {false, true}) {
      const auto p = modes_of_contents(pred_, lenient), g = modes_of_contents(gold_, lenient);
      const auto count = [](const auto& modes, const auto& others, Mode mode) {
        std::pair<std::size_t, std::size_t> hits_and_all;
        for (const auto& [span, its] : modes) {
          if (its != mode) continue;
          hits_and_all.first += others.count(span);
          ++hits_and_all.second;
        }
        return hits_and_all;
      };
      for (const Mode mode : kModes) {
        const auto [hits_pred, all_pred] = count(p, g, mode);
        const auto [hits_gold, all_gold] = count(g, p, mode);
        add(key("kexact", name_of(mode), lenient ? "1" : "0"), static_cast<double>(hits_pred),
            static_cast<double>(hits_gold), all_pred, all_gold);
      }
    }
  }

  static bool same_source(const Item& p, const Item& g) {
    const TokenSet &a = p.tokens[kSource], &b = g.tokens[kSource];
    return (a.empty() && b.empty()) || jaccard(a, b) >= kSame;
  }

  void whole_attributions() {
    std::vector<const Item*> p, g;
    std::vector<const TokenSet*> contents_p, contents_g;
    const auto collect = [](const std::vector<Item>& items, auto& with_content, auto& contents) {
      for (const Item& item : items) {
        if (item.tokens[kContent].empty()) continue;
        with_content.push_back(&item);
        contents.push_back(&item.tokens[kContent]);
      }
    };
    collect(pred_, p, contents_p);
    collect(gold_, g, contents_g);
    const std::vector<Pair> overlapping = overlapping_pairs(contents_p, contents_g);
    // A prediction that is not found counts as `direct*` unless its best overlapping gold attribution is of another
    // kind.
    std::vector<bool> may_be_direct(p.size(), true);
    std::vector<double> best(p.size());
    for (const Pair& pair : overlapping) {
      if (pair.weight <= best[pair.pred]) continue;
      best[pair.pred] = pair.weight;
      may_be_direct[pair.pred] = g[pair.gold]->mode == Mode::direct;
    }
    std::vector<Pair> by_content, by_count, by_count_and_source;
    for (Pair pair : overlapping) {
      if (pair.weight < kSame) continue;
      by_content.push_back(pair);
      pair.weight += 10;  // the number of pairs first, their overlap second
      by_count.push_back(pair);
      if (same_source(*p[pair.pred], *g[pair.gold])) by_count_and_source.push_back(pair);
    }
    matched("content", assign(by_count), p, g, may_be_direct);
    matched("attr", assign(by_count_and_source), p, g, may_be_direct);
    for (const Pair& pair : assign(by_content)) {
      ++scores_.source_judged;
      scores_.source_right += same_source(*p[pair.pred], *g[pair.gold]);
    }
  }

  void matched(std::string_view measure, const std::vector<Pair>& pairs, const std::vector<const Item*>& p,
               const std::vector<const Item*>& g, const std::vector<bool>& may_be_direct) {
    std::vector<bool> hit_p(p.size()), hit_g(g.size());
    for (const Pair& pair : pairs) hit_p[pair.pred] = hit_g[pair.gold] = true;
    add(key(measure, "all"), static_cast<double>(pairs.size()), p.size(), g.size());
    for (const Mode mode : kModes) {
      std::size_t hits_pred = 0, hits_gold = 0, all_pred = 0, all_gold = 0, excused = 0;
      for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i]->mode != mode) continue;
        ++all_pred;
        hits_pred += hit_p[i];
        excused += !hit_p[i] && !may_be_direct[i];
      }
      for (std::size_t i = 0; i < g.size(); ++i) {
        if (g[i]->mode != mode) continue;
        ++all_gold;
        hits_gold += hit_g[i];
      }
      const auto hp = static_cast<double>(hits_pred), hg = static_cast<double>(hits_gold);
      add(key(measure, name_of(mode)), hp, hg, all_pred, all_gold);
      if (mode == Mode::direct) add(key(measure, "direct*"), hp, hg, all_pred - excused, all_gold);
    }
  }

  Scores& scores_;
  const std::vector<Item>& pred_;
  const std::vector<Item>& gold_;
};

}  // namespace

double Counts::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

Counts Scores::of(std::string_view measure) const {
  const auto found = measures.find(measure);
  return found == measures.end() ? Counts{} : found->second;
}

Scores score(const std::vector<AnnotatedText>& gold, const Predicted& predicted, bool merge) {
  Scores scores;
  std::size_t known = 0;
  for (const AnnotatedText& text : gold) {
    const Words words(text.text);
    const auto found = predicted.find(text.name);
    known += found != predicted.end();
    static const std::vector<Attribution> kNothing;
    const auto p = items_of(text.text, words, found == predicted.end() ? kNothing : found->second, merge);
    const auto g = items_of(text.text, words, text.attributions, merge);
    Scorer(scores, p, g).run();
  }
  scores.unknown_documents = predicted.size() - known;
  return scores;
}

}  // namespace sayso::evaluate
