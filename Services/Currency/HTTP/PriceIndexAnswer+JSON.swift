import SharedDomain
import SharedHTTP

/// The `data` of the answer. Its first members are those that clients of the first version read.
extension PriceIndexAnswer: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        let (bigMac, latte) = (item(KnownItem.bigMac), item(KnownItem.starbucksLatte))
        writer.object { data in
            data.member("country_code", country.alpha2)
            data.member("country_name", countryName)
            data.member("base_country", base.alpha2)
            data.object("indices") { indices in
                indices.member("bigmac_index", bigMac?.index)
                indices.member("starbucks_index", latte?.index)
                indices.member("composite_index", composite)
            }
            data.object("price_data") { prices in
                prices.member("bigmac_price_local", bigMac?.comparison.price.current?.price.localPrice)
                prices.member("bigmac_price_usd", bigMac?.dollars)
                prices.member("starbucks_latte_local", latte?.comparison.price.current?.price.localPrice)
                prices.member("starbucks_latte_usd", latte?.dollars)
            }
            data.object("editions") { editions in
                for item in items {
                    if let day = item.comparison.price.current?.day { editions.member(item.name, day) }
                }
            }
            data.member("last_updated", lastUpdated)
            data.member("currency_code", country.currency)
            data.member("answered_by_euro_area", isAnsweredByEuroArea)
            data.member("cache_hit", isFromMemory)
            data.member("stale", isStale)
            data.member("items", items)
            data.member("rates", rates)
        }
    }
}

extension PriceIndexAnswer.Item: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { item in
            item.member("item", name)
            item.member("index", index)
            item.member("missing", comparison.missing?.rawValue)
            comparison.price.write(into: &item, dollars: dollars)
            item.object("base") { base in comparison.basePrice.write(into: &base, dollars: baseDollars) }
        }
    }
}

extension FoundPrice {
    /// Writes what `members` describes. Of an outdated price all is told but the price.
    fileprivate func write(into object: inout JSONObjectWriter, dollars: ExactDecimal?) {
        object.member("price_local", current?.price.localPrice)
        object.member("currency", newest?.price.currency)
        object.member("price_usd", dollars)
        object.member("edition", newest?.day)
        object.member("source", newest?.source)
        object.member("area", newest?.price.area.description)
        object.member("outdated", isOutdated)
    }
}

extension UsedRate: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { rate in
            rate.member("currency", currency)
            rate.member("base", base)
            rate.member("rate", entry.rate.value)
            rate.member("evidence", entry)
        }
    }
}
