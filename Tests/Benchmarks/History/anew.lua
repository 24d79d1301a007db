-- Questions for wrk that are never those that were asked lately, so that none is answered from what is kept: every pair
-- in another order, at every precision and in both forms of numbers. The kind of question is the one argument.

local held = {  -- from the first day of the ECB's file on, so that `max` is as long for each
    "USD", "JPY", "CZK", "DKK", "GBP", "HUF", "PLN", "SEK", "CHF", "NOK", "AUD", "CAD", "HKD", "KRW", "NZD", "SGD",
    "ZAR", "EUR",
}
local compared = { "USD", "JPY", "GBP", "CNY", "CHF", "CAD", "AUD", "HKD", "THB", "SGD" }
local paths = {
    ["1m"] = "/api/v1/history?period=1m", ["1y"] = "/api/v1/history?period=1y", max = "/api/v1/history?period=max",
    stats = "/api/v1/history/stats?period=6m", compare = "/api/v1/history/compare?period=5y",
}
local questions, asked = {}, 0

local function shuffle(list)
    for i = #list, 2, -1 do
        local j = math.random(i)
        list[i], list[j] = list[j], list[i]
    end
    return list
end

function init(arguments)
    local kind = arguments[1]
    math.randomseed(os.time())
    for _, base in ipairs(held) do
        for _, target in ipairs(held) do
            for precision = 4, 12 do
                for _, numbers in ipairs({ "number", "string" }) do
                    local priced = kind == "compare" and table.concat(shuffle(compared), ",") or target
                    local name = kind == "compare" and "&base=KRW&targets=" or "&base=" .. base .. "&target="
                    if target ~= base then
                        questions[#questions + 1] = wrk.format("GET", paths[kind] .. name .. priced .. "&precision="
                            .. precision .. "&numbers=" .. numbers)
                    end
                end
            end
        end
    end
    shuffle(questions)
end

function request()
    asked = asked % #questions + 1
    return questions[asked]
end
